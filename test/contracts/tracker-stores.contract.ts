import { expect } from "vitest";
import { ConflictError } from "../../src/calls/errors.ts";
import { asId, type CallId, type TrackerId, type WorkspaceId } from "../../src/calls/ids.ts";
import type { PhraseHits, Tracker } from "../../src/calls/tracker.ts";
import type { Database, Transaction } from "../../src/engine/database/transaction.ts";
import type { CallStore } from "../../src/engine/store/call-store.ts";
import type { FoundInCall, TrackerHitStore } from "../../src/engine/store/tracker-hit-store.ts";
import type { TrackerStore } from "../../src/engine/store/tracker-store.ts";
import { type ContractCase, describeCases, type OpenParts } from "./contract-cases.ts";
import { makeAnalysis, makeCall, makeTranscript } from "./sample-calls.ts";

export interface TrackerStoreParts extends AsyncDisposable {
  readonly database: Database;
  readonly calls: CallStore;
  readonly trackers: TrackerStore;
  readonly trackerHits: TrackerHitStore;
}

export function describeTrackerStoresContract(name: string, open: OpenParts<TrackerStoreParts>): void {
  describeCases(`${name} keep trackers`, trackerStoreCases, open);
}

function tracker(id: string, name: string, given: Partial<Tracker> = {}): Tracker {
  return {
    id: asId<TrackerId>(id),
    workspaceId: asId<WorkspaceId>("1"),
    name,
    definition: {
      languageKeywords: [{ language: "eng", keywords: [name], includeRelatedForms: true }],
      affiliation: "Company",
      partOfQuestion: true,
      saidAt: { part: "Last", interval: 20, unit: "percent" },
      saidInTopics: ["Pricing"],
      filterQuery: "{}",
    },
    createdMs: 5,
    updatedMs: 6,
    ...given,
  };
}

const write = ({ database }: TrackerStoreParts, work: (transaction: Transaction) => Promise<unknown>) =>
  database.transact(work);

async function add(parts: TrackerStoreParts, ...trackers: readonly Tracker[]): Promise<void> {
  await write(parts, async (transaction) => {
    for (const each of trackers) await parts.trackers.add(each, transaction);
  });
}

/** An analysed call of workspace 1, unless told otherwise. */
async function addAnalysed(parts: TrackerStoreParts, id: string, workspaceId = "1"): Promise<CallId> {
  const call = makeCall({ id: asId(id), workspaceId: asId(workspaceId) });
  await write(parts, async (transaction) => {
    await parts.calls.add(call, transaction);
    await parts.calls.setTranscript(call.id, makeTranscript(["A budget."]), transaction);
    await parts.calls.setAnalysis(call.id, makeAnalysis(), transaction);
  });
  return call.id;
}

const budget: PhraseHits = { phrase: "budget", occurrences: [{ startMs: 100, speakerId: asId("31") }] };

function found(revision: number, hits: Readonly<Record<string, readonly PhraseHits[]>>): FoundInCall {
  return {
    revision,
    hits: Object.entries(hits).map(([id, phrases]) => ({ trackerId: asId<TrackerId>(id), phrases })),
  };
}

async function put(parts: TrackerStoreParts, callId: CallId, what: FoundInCall): Promise<void> {
  await write(parts, (transaction) => parts.trackerHits.put(callId, what, transaction));
}

const untracked = async ({ trackerHits }: TrackerStoreParts, limit = 10) =>
  (await trackerHits.untracked(limit)).map(({ callId }) => callId);

export const trackerStoreCases: readonly ContractCase<TrackerStoreParts>[] = [
  {
    name: "gives trackers back as they were added, by workspace and name, and adds none twice",
    async check(parts) {
      const other = tracker("3", "Zebra", { workspaceId: asId("0") });
      await add(parts, tracker("1", "pricing"), tracker("2", "Budget"), other);
      const { trackers } = await parts.trackers.read();
      expect(trackers.map(({ revision: _kept, ...each }) => each)).toEqual([
        other,
        tracker("2", "Budget"),
        tracker("1", "pricing"),
      ]);
      expect(await parts.trackers.get(asId("2"))).toEqual(tracker("2", "Budget"));
      expect(await parts.trackers.get(asId("9"))).toBeUndefined();
      await expect(add(parts, tracker("1", "Other"))).rejects.toThrow(ConflictError);
    },
  },
  {
    name: "raises the revision with what a tracker finds, and with nothing else",
    async check(parts) {
      const before = (await parts.trackers.read()).revision;
      await add(parts, tracker("1", "pricing"), tracker("2", "Budget"));
      const made = await parts.trackers.read();
      const [budgetRevision = 0, pricingRevision = 0] = made.trackers.map(({ revision }) => revision);
      expect(before).toBeLessThan(pricingRevision);
      expect(pricingRevision).toBeLessThan(budgetRevision);
      expect(made.revision).toBe(budgetRevision);
      const renamed = tracker("1", "Prices", { definition: tracker("1", "pricing").definition, updatedMs: 9 });
      await write(parts, (transaction) => parts.trackers.replace(renamed, transaction));
      expect((await parts.trackers.read()).revision).toBe(made.revision);
      expect(await parts.trackers.get(asId("1"))).toEqual(renamed);
      await write(parts, async (transaction) => {
        await parts.trackers.replace(
          tracker("1", "pricing", { definition: tracker("1", "cost").definition }),
          transaction,
        );
        const inside = await parts.trackers.read(transaction);
        expect(inside.revision).toBeGreaterThan(made.revision);
        expect(inside.trackers.map(({ revision }) => revision)).toEqual([budgetRevision, inside.revision]);
      });
    },
  },
  {
    name: "shows the trackers of a call's workspace by name, those that found nothing too",
    async check(parts) {
      const callId = await addAnalysed(parts, "11");
      await add(
        parts,
        tracker("1", "pricing"),
        tracker("2", "Budget"),
        tracker("3", "Far", { workspaceId: asId("2") }),
      );
      const { revision } = await parts.trackers.read();
      await put(parts, callId, found(revision, { 1: [], 2: [budget] }));
      expect((await parts.trackerHits.getMany([callId, asId("99")])).get(callId)).toEqual([
        { id: "2", name: "Budget", phrases: [budget] },
        { id: "1", name: "pricing", phrases: [] },
      ]);
    },
  },
  {
    name: "tells calls that were not looked at from calls in which nothing was found",
    async check(parts) {
      const callId = await addAnalysed(parts, "11");
      const waiting = makeCall({ id: asId("12"), workspaceId: asId("1") });
      await write(parts, (transaction) => parts.calls.add(waiting, transaction));
      expect(await untracked(parts)).toEqual([]);
      await add(parts, tracker("1", "pricing"));
      expect(await untracked(parts)).toEqual([callId]);
      const before = await parts.trackerHits.getMany([callId, waiting.id]);
      expect([before.get(callId), before.get(waiting.id)]).toEqual([[], undefined]);
      const { revision } = await parts.trackers.read();
      expect(await parts.trackerHits.countUntracked(asId("1"), revision)).toBe(1);
      expect(await parts.trackerHits.countUntracked(asId("2"), revision)).toBe(0);
      await put(parts, callId, found(revision, { 1: [] }));
      expect(await untracked(parts)).toEqual([]);
      expect(await parts.trackerHits.countUntracked(asId("1"), revision)).toBe(0);
      expect((await parts.trackerHits.getMany([callId])).get(callId)).toEqual([
        { id: "1", name: "pricing", phrases: [] },
      ]);
    },
  },
  {
    name: "hides what a tracker found before it was changed, and keeps what the others found",
    async check(parts) {
      const callId = await addAnalysed(parts, "11");
      await add(parts, tracker("1", "pricing"), tracker("2", "Budget"));
      const first = await parts.trackers.read();
      await put(parts, callId, found(first.revision, { 1: [budget], 2: [budget] }));
      const changed = tracker("1", "pricing", { definition: tracker("1", "cost").definition });
      await write(parts, (transaction) => parts.trackers.replace(changed, transaction));
      const shown = async () => (await parts.trackerHits.getMany([callId])).get(callId)?.map(({ id }) => id);
      expect(await shown()).toEqual(["2"]);
      const [call] = await parts.trackerHits.untracked(1);
      expect(call).toEqual({ callId, revision: first.revision, changes: 0 });
      const { revision } = await parts.trackers.read();
      await put(parts, callId, found(revision, { 1: [] }));
      expect((await parts.trackerHits.getMany([callId])).get(callId)).toEqual([
        { id: "2", name: "Budget", phrases: [budget] },
        { id: "1", name: "pricing", phrases: [] },
      ]);
    },
  },
  {
    name: "begins anew with a call whose transcript, analysis, direction or length changes",
    async check(parts) {
      const callId = await addAnalysed(parts, "11");
      await add(parts, tracker("1", "pricing"));
      const { revision } = await parts.trackers.read();
      const changes: ((transaction: Transaction) => Promise<unknown>)[] = [
        (transaction) => parts.calls.setTranscript(callId, makeTranscript(["A price."]), transaction),
        (transaction) => parts.calls.setAnalysis(callId, makeAnalysis(["Pricing"]), transaction),
        (transaction) =>
          parts.calls.setMedia(
            callId,
            {
              sizeBytes: 1,
              sha256: "0",
              contentType: "audio/wav",
              hasVideo: false,
              audio: { durationMs: 777, channelCount: 1, isDualMono: false, codec: "pcm", sampleRateHz: 8000 },
            },
            transaction,
          ),
      ];
      for (const change of changes) {
        await put(parts, callId, found(revision, { 1: [budget] }));
        expect(await untracked(parts)).toEqual([]);
        await write(parts, change);
        expect(await untracked(parts)).toEqual([callId]);
        expect((await parts.trackerHits.getMany([callId])).get(callId)).toEqual([]);
      }
    },
  },
  {
    name: "does not take what was found in a call's earlier words for its words of now",
    async check(parts) {
      const callId = await addAnalysed(parts, "11");
      await add(parts, tracker("1", "pricing"));
      const { revision } = await parts.trackers.read();
      const [read] = await parts.trackerHits.untracked(1);
      if (!read) throw new Error("the call waits for its trackers");
      const putRead = () =>
        parts.database.transact((transaction) =>
          parts.trackerHits.putIfUnchanged(read, found(revision, { 1: [budget] }), transaction),
        );
      await write(parts, (transaction) => parts.calls.setAnalysis(callId, makeAnalysis(), transaction));
      expect(await putRead()).toBe(false);
      expect(await untracked(parts)).toEqual([callId]);
      const [again] = await parts.trackerHits.untracked(1);
      if (!again) throw new Error("the call waits for its trackers");
      await write(parts, async (transaction) => {
        expect(await parts.trackerHits.putIfUnchanged(again, found(revision, { 1: [budget] }), transaction)).toBe(true);
        expect(await parts.trackerHits.putIfUnchanged(again, found(revision, { 1: [] }), transaction)).toBe(false);
      });
      expect((await parts.trackerHits.getMany([callId])).get(callId)?.[0]?.phrases).toEqual([budget]);
    },
  },
  {
    name: "gives calls that wait in portions",
    async check(parts) {
      const ids = [await addAnalysed(parts, "11"), await addAnalysed(parts, "12"), await addAnalysed(parts, "13")];
      await add(parts, tracker("1", "pricing"));
      const first = await untracked(parts, 2);
      expect(first).toEqual(ids.slice(0, 2));
      const { revision } = await parts.trackers.read();
      for (const callId of first) await put(parts, callId, found(revision, { 1: [] }));
      expect(await untracked(parts, 2)).toEqual(ids.slice(2));
    },
  },
  {
    name: "forgets what a deleted tracker found, also what comes late, and a deleted call's",
    async check(parts) {
      const callId = await addAnalysed(parts, "11");
      await add(parts, tracker("1", "pricing"), tracker("2", "Budget"));
      const { revision } = await parts.trackers.read();
      await put(parts, callId, found(revision, { 1: [budget], 2: [budget] }));
      await write(parts, (transaction) => parts.trackers.remove(asId("1"), transaction));
      await put(parts, callId, found(revision, { 1: [budget], 2: [budget] }));
      await add(parts, tracker("1", "pricing"));
      expect((await parts.trackerHits.getMany([callId])).get(callId)?.map(({ id }) => id)).toEqual(["2"]);
      await write(parts, (transaction) => parts.calls.remove(callId, transaction));
      expect(await untracked(parts)).toEqual([]);
      expect((await parts.trackerHits.getMany([callId])).size).toBe(0);
    },
  },
];
