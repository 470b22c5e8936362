import { createAnalyzer } from "../engine/analysis/create-analyzer.ts";
import { writeSeed } from "../engine/seed/write-seed.ts";
import type { Host } from "../surfaces/cli/host/host.ts";
import type { Records } from "./open-records.ts";
import { noteOperatorChange } from "./audit-trail.ts";
import { trackerSearch } from "./tracker-search.ts";

const DAY_MS = 86_400_000;

export function seedLibrary(openRecords: () => Promise<Records>): Host["seed"] {
  return async (order, watch) => {
    const untilMs = order.untilMs ?? Math.floor(Date.now() / DAY_MS) * DAY_MS;
    const { analyze } = createAnalyzer();
    const records = await openRecords();
    let hasChanged = false;
    const onProgress = (doneCount: number) => {
      hasChanged = true;
      watch.onProgress(doneCount);
    };
    try {
      const parts = { ...records, analyze, makeTrackerSearch: trackerSearch() };
      const written = await writeSeed(parts, { ...order, ...watch, onProgress, untilMs });
      hasChanged = true;
      return { ...written, untilMs };
    } finally {
      if (hasChanged) noteOperatorChange(records.auditLog, "seed", {});
    }
  };
}
