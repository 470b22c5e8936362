import { expect, test } from "vitest";
import { ConfigError } from "./config-error.ts";
import { makeConfig } from "./config.ts";

function configure(settings: Record<string, string>) {
  return makeConfig({ settings, dataDir: "/data", file: undefined }).config;
}

function problemsOf(sandbox: string): string[] {
  try {
    configure({ TAMTAM_SANDBOX: sandbox });
  } catch (error) {
    if (error instanceof ConfigError) return error.problems.map(({ name, message }) => `${name}: ${message}`);
    throw error;
  }
  return [];
}

test("no server is a sandbox unless it is asked to be; one may be without a switch", () => {
  expect(configure({}).sandbox).toBeUndefined();
  expect(configure({ TAMTAM_SANDBOX: "on" }).sandbox).toEqual({ seed: "tamtam", switches: {} });
});

test("switches have commas or spaces between and usual numbers, of which some may be given", () => {
  const { sandbox } = configure({
    TAMTAM_SANDBOX: "late-calls:maxHours=0.5:asIfNew=true, server-errors rate-limit-storms:share=0.1:requests=2",
    TAMTAM_SANDBOX_SEED: "mine",
  });
  expect(sandbox).toEqual({
    seed: "mine",
    switches: {
      "late-calls": { share: 1, maxHours: 0.5, asIfNew: true },
      "server-errors": { share: 0.05 },
      "rate-limit-storms": {
        share: 0.1,
        requests: 2,
        retryAfterSeconds: 2,
        longShare: 0.1,
        longRetryAfterSeconds: 3600,
      },
    },
  });
});

test("what there is not, and what cannot be, is named", () => {
  expect(problemsOf("late-call")).toEqual([
    expect.stringMatching(/^TAMTAM_SANDBOX: has no switch late-call; there are late-calls, .*; got "late-call"$/),
  ]);
  expect(problemsOf("late-calls:maxHours=0,server-errors:share=much")).toEqual([
    expect.stringContaining("TAMTAM_SANDBOX: late-calls:maxHours must be a number of hours above 0, at most 8760"),
    expect.stringContaining("TAMTAM_SANDBOX: server-errors:share must be a number from 0 to 1"),
  ]);
  expect(problemsOf("server-errors:rate=1")[0]).toContain("rate");
});
