/*
 * Calls that show in random order, up to 24 hours after they began, polled every 15 minutes, with answers 429 and 503, cursors that die and
 * processes that are killed: what is lost, and how many requests it takes, beside the rules that others go by. On a virtual clock.
 * Run: node bench/mirror-losses.ts [--calls 1000] [--days 7] [--late 24] [--seed 1]
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { planCalls, seededRandom, SIMULATION_START_MS } from "../test/support/mirror/plan-calls.ts";
import { rivalRules, simulateRival } from "../test/support/mirror/rivals.ts";
import { simulateMirror } from "../test/support/mirror/simulate-mirror.ts";
import { SimulatedTenant } from "../test/support/mirror/simulated-tenant.ts";

const DAY_MS = 86_400_000;
const { values } = parseArgs({
  options: {
    calls: { type: "string", default: "1000" },
    days: { type: "string", default: "7" },
    late: { type: "string", default: "24" },
    seed: { type: "string", default: "1" },
  },
});
const [callCount, days, latestHours, seed] = [values.calls, values.days, values.late, values.seed].map(Number) as [
  number,
  number,
  number,
  number,
];
const random = seededRandom(seed);
const plans = planCalls({ callCount, spanMs: days * DAY_MS, latestHours, random });
const untilMs = SIMULATION_START_MS + days * DAY_MS + latestHours * 3_600_000 + DAY_MS;

function tenantWithTroubles(): SimulatedTenant {
  const troubles = { limited: 0.02, broken: 0.02, expired: 0.02, random: seededRandom(seed + 1) };
  return new SimulatedTenant(plans, { nowMs: SIMULATION_START_MS }, troubles);
}

function print(name: string, lost: number, doubled: number | string, requests: number, killed: number | string): void {
  const cells = [name.padEnd(34), lost, doubled, requests, killed].map((cell) => String(cell).padStart(8));
  process.stdout.write(`${cells.join(" ")}\n`);
}

process.stdout.write(`${callCount} calls in ${days} days, up to ${latestHours} h late\n`);
process.stdout.write(`${"".padEnd(34)}     lost  doubled requests   killed\n`);
const folder = mkdtempSync(join(tmpdir(), "tamtam-mirror-"));
try {
  const tenant = tenantWithTroubles();
  const ours = await simulateMirror(tenant, { folder, untilMs, killed: 0.01, random: seededRandom(seed + 2) });
  print("this mirror", ours.lost.length, ours.doubled.length, tenant.requestCount, ours.killCount);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
for (const rule of rivalRules) {
  const { lostCount, requestCount } = await simulateRival(tenantWithTroubles(), rule, untilMs);
  print(rule.name, lostCount, "-", requestCount, "-");
}
