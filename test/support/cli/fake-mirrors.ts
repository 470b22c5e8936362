import { NotFoundError } from "../../../src/calls/errors.ts";
import type { Mirrors, SyncedMirror } from "../../../src/surfaces/cli/host/mirrors.ts";

export const fakeSynced: SyncedMirror = {
  folder: "/data/mirrors/acme",
  requests: 7,
  isInterrupted: false,
  mirror: {
    asOf: "2026-03-02T08:00:00.000Z",
    coverage: { from: null, calls: 2500, expectedCalls: 2500, complete: true },
    pending: 2,
    unreadable: 1,
  },
  unreadable: [{ callId: "88", reason: "metaData.started is not a date-time" }],
};

const fakeProblem = { callId: "77", reason: "The server answered 403." };

/** One connection, acme, with 2,500 calls. */
export function makeMirrors(): Mirrors {
  const known = (connection: string) => {
    if (connection !== "acme") throw new NotFoundError(`There is no connection "${connection}".`);
  };
  return {
    sync: async ({ connection, sinceMs, follow, media }, { signal, onProgress, onProblem }) => {
      known(connection);
      onProgress({ callCount: 100, expectedCount: null, requestsLeft: null });
      onProgress({ callCount: 1100, expectedCount: 2500, requestsLeft: 43 });
      if (follow) onProblem(new Error("Nobody answers."), 4_200);
      const from = sinceMs === undefined ? null : new Date(sinceMs).toISOString();
      const { mirror } = fakeSynced;
      const coverage = { ...mirror.coverage, from };
      const recordings = media ? { count: 12, sizeBytes: 34_500_000, problems: [fakeProblem] } : undefined;
      return { ...fakeSynced, isInterrupted: signal.aborted, mirror: { ...mirror, coverage }, recordings };
    },
    explain: async ({ connection, media }) => {
      known(connection);
      const recordings = media ? { calls: 2500, hours: 1041.7, sizeBytes: 15_300_000_000 } : undefined;
      return { recordings, calls: 2500, requests: 54, seconds: 18, shareOfDay: 0.0054, leftToday: 9000 };
    },
  };
}
