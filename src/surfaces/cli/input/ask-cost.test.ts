import { Readable } from "node:stream";
import { expect, test } from "vitest";
import { TextSink } from "../../../../test/support/cli/run-fake-cli.ts";
import { askCost } from "./ask-cost.ts";

const cost = { calls: 4812, requests: 112, seconds: 38, shareOfDay: 0.0112, leftToday: 9893 };

function terminal(typed: string, isTerminal = true) {
  const stderr = new TextSink(isTerminal);
  return { stdin: Readable.from([typed]), stderr, isTerminal: { stdin: isTerminal, stdout: true, stderr: isTerminal } };
}

test("a person at the terminal is told what a search takes, and asked", async () => {
  const io = terminal("y\n");
  expect(await askCost(io)?.(cost)).toBe(true);
  expect(io.stderr.text).toContain(
    "Looking through 4812 calls takes up to 112 requests: 38 s, 1.12 % of a day's, 9893 are left. Go on? [y/N] ",
  );
});

test("anything but a yes is a no", async () => {
  expect(await askCost(terminal("\n"))?.(cost)).toBe(false);
});

test("where nobody sits there, nobody is asked", () => {
  expect(askCost(terminal("y\n", false))).toBeUndefined();
});
