import { expect, test } from "vitest";
import type { TrackerHitStore } from "../../src/engine/store/tracker-hit-store.ts";
import type { TrackerStore } from "../../src/engine/store/tracker-store.ts";
import { failedCases, override } from "./contract-cases.ts";
import { openSqliteParts } from "./sqlite-parts.ts";
import { describeTrackerStoresContract, trackerStoreCases, type TrackerStoreParts } from "./tracker-stores.contract.ts";

const open = (): Promise<TrackerStoreParts> => openSqliteParts();

describeTrackerStoresContract("SqliteTrackerStore and SqliteTrackerHitStore", open);

const trackers = (breakIt: (store: TrackerStore) => Partial<TrackerStore>) => (parts: TrackerStoreParts) => ({
  ...parts,
  trackers: override<TrackerStore>(parts.trackers, breakIt(parts.trackers)),
  [Symbol.asyncDispose]: () => parts[Symbol.asyncDispose](),
});
const hits = (breakIt: (store: TrackerHitStore) => Partial<TrackerHitStore>) => (parts: TrackerStoreParts) => ({
  ...parts,
  trackerHits: override<TrackerHitStore>(parts.trackerHits, breakIt(parts.trackerHits)),
  [Symbol.asyncDispose]: () => parts[Symbol.asyncDispose](),
});

const broken: [string, (parts: TrackerStoreParts) => TrackerStoreParts][] = [
  [
    "lists the newest first",
    trackers((s) => ({
      read: async (t) => {
        const set = await s.read(t);
        return { ...set, trackers: set.trackers.toReversed() };
      },
    })),
  ],
  ["changes nothing", trackers(() => ({ replace: async () => {} }))],
  [
    "looks again after every change",
    trackers((s) => ({
      replace: async (tracker, t) => {
        await s.remove(tracker.id, t);
        await s.add(tracker, t);
      },
    })),
  ],
  ["removes nothing", trackers(() => ({ remove: async () => {} }))],
  ["keeps no hits", hits(() => ({ put: async () => {} }))],
  ["knows no call that waits", hits(() => ({ untracked: async () => [] }))],
  ["counts calls of every workspace", hits((s) => ({ countUntracked: (_, r) => s.countUntracked("1" as never, r) }))],
  [
    "takes whatever comes",
    hits((s) => ({
      putIfUnchanged: async (call, found, t) => {
        await s.put(call.callId, found, t);
        return true;
      },
    })),
  ],
  [
    "leaves out what found nothing",
    hits((s) => ({
      getMany: async (ids) =>
        new Map([...(await s.getMany(ids))].map(([id, all]) => [id, all.filter(({ phrases }) => phrases.length > 0)])),
    })),
  ],
];

test.each(broken)("the contract notices stores of which one %s", async (_, breakIt) => {
  const failed = await failedCases(trackerStoreCases, async () => breakIt(await open()));
  expect(failed.length).toBeGreaterThan(0);
  expect(failed.length).toBeLessThan(trackerStoreCases.length);
});
