import { createAnalyzer } from "../engine/analysis/create-analyzer.ts";
import { writeSeed } from "../engine/seed/write-seed.ts";
import type { Host } from "../surfaces/cli/host.ts";
import type { Records } from "./open-records.ts";

const DAY_MS = 86_400_000;

export function seedLibrary(openRecords: () => Promise<Records>): Host["seed"] {
  return async (order, watch) => {
    const untilMs = order.untilMs ?? Math.floor(Date.now() / DAY_MS) * DAY_MS;
    const { analyze } = createAnalyzer();
    const written = await writeSeed({ ...(await openRecords()), analyze }, { ...order, ...watch, untilMs });
    return { ...written, untilMs };
  };
}
