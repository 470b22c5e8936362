import type { Call, Processing, Stage } from "../../../calls/call.ts";
import { asId, type CallId, type IdSource } from "../../../calls/ids.ts";
import { reassignSpeakers } from "../../../calls/reassign-speakers.ts";
import { sayWhoIsUnknown } from "../../../calls/say-who-is-unknown.ts";
import type { Speaker, Transcript } from "../../../calls/transcript.ts";
import { parseEditCall, parseStatedSpeakers } from "../../../gong-api/parse/parse-edit-call.ts";
import { presentDetailedCall } from "../../../gong-api/present/present-detailed-call.ts";
import type { CallEditing } from "../../../gong-api/call-editing.ts";
import type { EditCallRequest } from "../../../gong-api/tamtam/edit-call.ts";
import type { TamtamApi } from "../../../gong-api/tamtam/tamtam-api.ts";
import type { Database, Transaction } from "../../database/transaction.ts";
import type { JobQueue } from "../../queue/job-queue.ts";
import type { CallSearch } from "../../search/call-search.ts";
import type { CallStore, UserDirectory } from "../../store/call-store.ts";
import { type CallPageParts, wireView } from "./call-pages.ts";
import { companyDomains, type CompanyDomainParts } from "./company-domains.ts";
import { type OwnCallParts, requireOwnCall } from "./own-calls.ts";

export interface EditCallParts extends CallPageParts, CompanyDomainParts, Pick<OwnCallParts, "callAccess"> {
  readonly database: Database;
  readonly calls: CallStore;
  readonly users: UserDirectory;
  readonly search: CallSearch;
  readonly queue: JobQueue;
  readonly makeId: IdSource;
  /** Told of each call that waits for work. */
  readonly onAdded: (callId: CallId) => void;
}

export function editCall(parts: EditCallParts): TamtamApi["editCall"] {
  return async (request) => {
    const { callId, stage } = await applyEdit(parts, request);
    const [call, view] = await Promise.all([requireOwnCall(parts, callId, "edit"), wireView(parts)]);
    const speakers = (await parts.calls.getSpeakers([callId])).get(callId);
    const { metaData, parties } = presentDetailedCall(call, { exposedFields: { parties: true } }, { speakers }, view);
    return { call: { metaData, ...(parties && { parties }) }, status: call.processing.status, stage: stage ?? null };
  };
}

/** For the action of the same name. */
export function callEditing(parts: EditCallParts): CallEditing {
  return { editCall: async (request) => ({ stage: (await applyEdit(parts, request)).stage }) };
}

/**
 * Record, directory, index and the voices of the transcript in one transaction, with the job that makes the rest true: what the analysis says
 * depends on who is on which side. A stage that is being worked on with what is not true any more begins anew.
 */
async function applyEdit(parts: EditCallParts, request: EditCallRequest) {
  const callId = asId<CallId>(request.id);
  const domains = await companyDomains(parts);
  const stage = await parts.database.transact(async (transaction) => {
    const before = await requireOwnCall(parts, callId, "edit");
    const transcript = await parts.calls.getTranscript(callId);
    const after = parseEditCall(before, request, { ...parts, companyDomains: domains });
    const speakers = speakersAfter(before, after, request, transcript);
    await parts.calls.edit(after, speakers, transaction);
    const analysis = await parts.calls.getAnalysis(callId);
    await parts.search.put(after, withVoices(transcript, speakers), analysis, transaction);
    return startWork(parts, { before, after, speakers, transcript }, transaction);
  });
  if (stage !== undefined) parts.onAdded(callId);
  return { callId, stage };
}

function speakersAfter(
  before: Call,
  after: Call,
  request: EditCallRequest,
  transcript: Transcript | undefined,
): readonly Speaker[] | undefined {
  const { speakers: given = [], parties } = request;
  const stated = parseStatedSpeakers(given, transcript?.speakers ?? [], after.parties);
  if (!transcript || (given.length === 0 && parties === undefined)) return undefined;
  return reassignSpeakers({
    speakers: transcript.speakers,
    before: before.parties,
    after: after.parties,
    stated,
  });
}

function withVoices(transcript: Transcript | undefined, speakers: readonly Speaker[] | undefined) {
  return transcript && speakers ? { ...transcript, speakers } : transcript;
}

interface Edit {
  readonly before: Call;
  readonly after: Call;
  readonly speakers: readonly Speaker[] | undefined;
  readonly transcript: Transcript | undefined;
}

async function startWork(parts: EditCallParts, edit: Edit, transaction: Transaction): Promise<Stage | undefined> {
  const { before, speakers } = edit;
  const { processing, id } = before;
  const warnings = speakers ? warningsAfter(before, edit.transcript, speakers) : processing.warnings;
  const stage = stageToDo(processing, edit);
  if (stage === undefined) {
    if (warnings.join() !== processing.warnings.join()) {
      await parts.calls.setProcessing(id, { ...processing, warnings }, transaction);
    }
    return undefined;
  }
  await parts.calls.setProcessing(id, { status: "Processing", stage, warnings }, transaction);
  // A worker that is busy with the call loses its lease, and may not commit what it found.
  await parts.queue.removeFor(id, transaction);
  await parts.queue.enqueue({ callId: id, stage }, transaction);
  return stage;
}

/** The first stage whose result, there or being made, is of the call as it was. */
function stageToDo({ status, stage }: Processing, { before, after, speakers, transcript }: Edit): Stage | undefined {
  const isListChanged = listOf(before) !== listOf(after);
  const isWhoChanged =
    isListChanged || (speakers !== undefined && JSON.stringify(speakers) !== JSON.stringify(transcript?.speakers));
  if (status === "Completed") return isWhoChanged && transcript ? "analyze" : undefined;
  const isRunning = status === "Processing";
  switch (stage) {
    case "transcribe":
      return isRunning && isListChanged ? "transcribe" : undefined;
    case "analyze":
      return isRunning && isWhoChanged ? "analyze" : undefined;
    case "index":
      if (isWhoChanged) return "analyze";
      return isRunning ? "index" : undefined;
    default:
      return undefined;
  }
}

/** What speakers and analysis depend on. */
function listOf({ parties }: Call): string {
  return JSON.stringify(
    parties.map(({ id, givenPartyId, name, affiliation, mediaChannelId }) => [
      id,
      givenPartyId,
      name,
      affiliation,
      mediaChannelId,
    ]),
  );
}

/** What was said of voices that nobody is known for, said of them as they are now. */
function warningsAfter(call: Call, transcript: Transcript | undefined, speakers: readonly Speaker[]): string[] {
  const audio = { isDualMono: call.media?.audio?.isDualMono ?? false };
  const outdated = new Set(sayWhoIsUnknown(audio, transcript?.speakers ?? []));
  const kept = call.processing.warnings.filter((warning) => !outdated.has(warning));
  const isSaid = kept.length < call.processing.warnings.length;
  return isSaid ? [...kept, ...sayWhoIsUnknown(audio, speakers)] : kept;
}
