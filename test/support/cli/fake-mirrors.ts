import { NotFoundError } from "../../../src/calls/errors.ts";
import type { Mirrors, SyncedMirror } from "../../../src/surfaces/cli/host.ts";

export const fakeSynced: SyncedMirror = {
  folder: "/data/mirrors/acme",
  requests: 7,
  isInterrupted: false,
  mirror: {
    asOf: "2026-03-02T08:00:00.000Z",
    coverage: { from: null, calls: 2500, expectedCalls: 2500, complete: true },
    pending: 2,
  },
};

/** One connection, acme, with 2,500 calls. */
export function makeMirrors(): Mirrors {
  const known = (connection: string) => {
    if (connection !== "acme") throw new NotFoundError(`There is no connection "${connection}".`);
  };
  return {
    sync: async ({ connection, sinceMs, follow }, { signal, onProgress, onProblem }) => {
      known(connection);
      onProgress({ callCount: 100, expectedCount: null, requestsLeft: null });
      onProgress({ callCount: 1100, expectedCount: 2500, requestsLeft: 43 });
      if (follow) onProblem(new Error("Nobody answers."), 4_200);
      const from = sinceMs === undefined ? null : new Date(sinceMs).toISOString();
      const { mirror } = fakeSynced;
      const coverage = { ...mirror.coverage, from };
      return { ...fakeSynced, isInterrupted: signal.aborted, mirror: { ...mirror, coverage } };
    },
    explain: async ({ connection }) => {
      known(connection);
      return { calls: 2500, requests: 54, seconds: 18, shareOfDay: 0.0054, leftToday: 9000 };
    },
  };
}
