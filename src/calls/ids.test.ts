import { expect, test } from "vitest";
import { makeIdSource } from "./ids.ts";

test("ids are digits that rise, also within one millisecond and when the clock goes back", () => {
  const times = [1_736_760_600_000, 1_736_760_600_000, 1_736_760_599_000, 1_736_760_600_001];
  const randoms = [0.5, 0.2, 0.9, 0];
  const makeId = makeIdSource(
    () => times.shift() ?? 0,
    () => randoms.shift() ?? 0,
  );
  expect([makeId(), makeId(), makeId(), makeId()]).toEqual([
    "173676060000050000",
    "173676060000050001",
    "173676060000050002",
    "173676060000100000",
  ]);
});
