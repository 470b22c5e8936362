import { describe, expect, it } from "vitest";
import { asId } from "../calls/ids.ts";
import { type CallBirth, isCallThere } from "./call-lateness.ts";
import type { SandboxSettings } from "./sandbox-settings.ts";

const HOUR_MS = 3_600_000;
const settings = (asIfNew: boolean): SandboxSettings => ({
  seed: "tamtam",
  switches: { "late-calls": { share: 1, maxHours: 24, asIfNew } },
  setMs: 1000 * HOUR_MS,
});

function birth(startedMs: number, createdMs: number): CallBirth {
  return { id: asId("7782342274025937895"), actualStart: { epochMs: startedMs, offsetMinutes: 0 }, createdMs };
}

const isThere = (call: CallBirth, atMs: number, asIfNew = false) => isCallThere(call, settings(asIfNew), atMs);

describe("a late call", () => {
  it("is not there as it is born, and is a day later: held, added later, or as if new", () => {
    const cases = [
      { call: birth(500 * HOUR_MS, 0), bornMs: 500 * HOUR_MS, asIfNew: false },
      { call: birth(500 * HOUR_MS, 700 * HOUR_MS), bornMs: 700 * HOUR_MS, asIfNew: false },
      { call: birth(500 * HOUR_MS, 700 * HOUR_MS), bornMs: 1000 * HOUR_MS, asIfNew: true },
      { call: birth(1200 * HOUR_MS, 700 * HOUR_MS), bornMs: 1200 * HOUR_MS, asIfNew: true },
    ];
    for (const { call, bornMs, asIfNew } of cases) {
      expect(isThere(call, bornMs, asIfNew)).toBe(false);
      expect(isThere(call, bornMs + 24 * HOUR_MS, asIfNew)).toBe(true);
    }
  });
});
