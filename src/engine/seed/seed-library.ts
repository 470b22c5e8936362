import { type Call, callDurationMs } from "../../calls/call.ts";
import { asId, type LibraryFolderId, type UserId } from "../../calls/ids.ts";
import type { LibraryEntry, LibraryFolder, Snippet } from "../../calls/library.ts";
import type { Database, Transaction } from "../database/transaction.ts";
import type { CallStore } from "../store/call-store.ts";
import type { LibraryStore } from "../store/library-store.ts";
import { type Company, employeesIn } from "./company.ts";
import { itemAt, makeRandom } from "./random.ts";
import { planCalls, type SeedPlan } from "./seeded-calls.ts";

export interface SeedLibraryParts {
  readonly database: Database;
  readonly calls: CallStore;
  readonly library: LibraryStore;
}

interface FolderPlan {
  readonly name: string;
  readonly parent?: string;
  /** Which calls it is for; a folder for others to be in has none. */
  readonly fits?: (call: Call) => boolean;
  readonly notes?: readonly string[];
  /** Only the part of a call where this is talked about. */
  readonly topic?: string;
}

const CALLS_IN_FOLDER = 4;
const LONGEST_SNIPPET_MS = 120_000;
const HOUR_MS = 3_600_000;
const YEAR_MS = 365 * 24 * HOUR_MS;

const folderPlans: readonly FolderPlan[] = [
  { name: "Sales onboarding" },
  {
    name: "Discovery calls",
    parent: "Sales onboarding",
    fits: ({ purpose }) => purpose === "Discovery",
    notes: ["Listen to how the questions build on each other.", "A good agenda at the start."],
  },
  {
    name: "Talking about price",
    parent: "Sales onboarding",
    fits: ({ purpose }) => purpose === "Proposal",
    notes: ["The price comes with its reason."],
    topic: "Pricing",
  },
  { name: "Win/Loss" },
  { name: "Won", parent: "Win/Loss", fits: ({ disposition }) => disposition === "Closed won" },
  {
    name: "Lost",
    parent: "Win/Loss",
    fits: ({ disposition }) => disposition === "Closed lost",
    notes: ["Where did we lose them?"],
  },
];

interface FilledFolder {
  readonly folder: LibraryFolder;
  readonly plan: FolderPlan;
  readonly calls: Call[];
}

/** A few folders with the first calls of the seed that fit. What is there already stays as it is. */
export async function seedLibrary(parts: SeedLibraryParts, plan: SeedPlan): Promise<void> {
  const filled = makeFolders(plan);
  if (await parts.library.folder(itemAt(filled, 0).folder.id)) return;
  for (const planned of planCalls(plan)) {
    const open = filled.filter(({ plan: { fits }, calls }) => fits && calls.length < CALLS_IN_FOLDER);
    if (open.length === 0) break;
    const call = await parts.calls.getByClientUniqueId(planned.clientUniqueId);
    if (call) open.find(({ plan: { fits } }) => fits?.(call))?.calls.push(call);
  }
  const entries = await Promise.all(filled.map((each) => makeEntries(parts.calls, each)));
  await parts.database.transact((transaction) => write(parts.library, filled, entries.flat(), transaction));
}

async function write(
  library: LibraryStore,
  filled: readonly FilledFolder[],
  entries: readonly LibraryEntry[],
  transaction: Transaction,
): Promise<void> {
  for (const { folder } of filled) await library.addFolder(folder, transaction);
  for (const entry of entries) await library.addEntry(entry, transaction);
}

function makeFolders({ company, seed, workspaceId, untilMs }: SeedPlan): readonly FilledFolder[] {
  const createdBy = headOfSales(company);
  return folderPlans.map((plan) => {
    const parentId = plan.parent === undefined ? undefined : folderId(seed, plan.parent);
    const id = folderId(seed, plan.name);
    const folder = { id, workspaceId, name: plan.name, parentId, createdBy, updatedMs: untilMs - YEAR_MS };
    return { folder, plan, calls: [] };
  });
}

async function makeEntries(calls: CallStore, filled: FilledFolder): Promise<LibraryEntry[]> {
  const { folder, plan } = filled;
  const byTime = filled.calls.toSorted((a, b) => a.createdMs - b.createdMs);
  return Promise.all(
    byTime.map(async (call, index): Promise<LibraryEntry> => ({
      folderId: folder.id,
      callId: call.id,
      note: plan.notes?.[index],
      addedBy: folder.createdBy,
      createdMs: call.createdMs + HOUR_MS,
      snippet: plan.topic === undefined ? undefined : await passageOn(calls, call, plan.topic),
    })),
  );
}

/** Whole seconds from where the topic is begun, as long as it goes on and at most two minutes. */
async function passageOn(calls: CallStore, call: Call, topicName: string): Promise<Snippet | undefined> {
  const [analysis, transcript] = await Promise.all([calls.getAnalysis(call.id), calls.getTranscript(call.id)]);
  const topic = analysis?.topics.find(({ name }) => name === topicName);
  const sentences = (topic?.sentenceIndexes ?? []).flatMap((index) => transcript?.sentences[index] ?? []);
  const [first] = sentences;
  if (!first) return undefined;
  const startMs = Math.floor(first.startMs / 1000) * 1000;
  const spoken = sentences.filter(({ endMs }) => endMs <= startMs + LONGEST_SNIPPET_MS);
  const lastMs = Math.max(first.endMs, ...spoken.map(({ endMs }) => endMs));
  return { startMs, endMs: Math.ceil(Math.min(lastMs, callDurationMs(call) ?? lastMs) / 1000) * 1000 };
}

function headOfSales(company: Company): UserId {
  const managers = employeesIn(company, "manager");
  return (managers.find(({ user }) => user.title === "Director of Sales") ?? itemAt(managers, 0)).user.id;
}

/** Gong: up to 19 digits. */
function folderId(seed: string, name: string): LibraryFolderId {
  const random = makeRandom(seed, "library", name);
  const half = () => String(random.whole(100_000_000, 999_999_999));
  return asId<LibraryFolderId>(half() + half());
}
