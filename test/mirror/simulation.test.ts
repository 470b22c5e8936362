import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { planCalls, seededRandom, SIMULATION_START_MS } from "../support/mirror/plan-calls.ts";
import { rivalRules, simulateRival } from "../support/mirror/rivals.ts";
import { simulateMirror, type Simulated } from "../support/mirror/simulate-mirror.ts";
import { SimulatedTenant } from "../support/mirror/simulated-tenant.ts";

const DAY_MS = 86_400_000;
const plans = planCalls({ callCount: 250, spanMs: 2 * DAY_MS, latestHours: 24, random: seededRandom(7) });
const untilMs = SIMULATION_START_MS + 4 * DAY_MS;

function troubledTenant(): SimulatedTenant {
  const troubles = { limited: 0.03, broken: 0.03, expired: 0.05, random: seededRandom(8) };
  return new SimulatedTenant(plans, { nowMs: SIMULATION_START_MS }, troubles);
}

describe("a mirror of calls that show in random order, up to a day late, polled every 15 minutes", () => {
  let folder: string;
  let simulated: Simulated;
  const tenant = troubledTenant();

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "tamtam-mirror-"));
    simulated = await simulateMirror(tenant, { folder, untilMs, killed: 0.02, random: seededRandom(9) });
  }, 60_000);

  afterAll(() => rm(folder, { recursive: true, force: true }));

  it("has every call once, with its transcript, whatever fails and however often it is killed", () => {
    expect(simulated.lost).toEqual([]);
    expect(simulated.doubled).toEqual([]);
    expect(simulated.killCount).toBeGreaterThan(5);
  });

  it("takes fewer requests than a rule that reads three days again, which loses nothing either", async () => {
    const rule = rivalRules.find(({ name }) => name === "3 days again");
    if (!rule) throw new Error("The rule is gone");
    const rival = await simulateRival(troubledTenant(), rule, untilMs);
    expect(rival.lostCount).toBe(0);
    expect(tenant.requestCount).toBeLessThan(rival.requestCount);
  });

  it("is needed: a cursor at the newest start seen loses calls", async () => {
    const [rule] = rivalRules;
    if (!rule) throw new Error("The rule is gone");
    expect((await simulateRival(troubledTenant(), rule, untilMs)).lostCount).toBeGreaterThan(100);
  });
});
