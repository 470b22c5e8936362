import { expect, test } from "vitest";
import { startSeconds } from "./start-seconds.ts";

test("a call begins where its address says, in seconds or as players write it", () => {
  expect(startSeconds("83.5", "")).toBe(83.5);
  expect(startSeconds("83s", "")).toBe(83);
  expect(startSeconds(undefined, "#t=1:23")).toBe(83);
  expect(startSeconds(undefined, "#t=1:02:03")).toBe(3723);
  expect(startSeconds("7", "#t=9")).toBe(7);
  expect([startSeconds("soon", ""), startSeconds(undefined, "#notes"), startSeconds("-4", "")]).toEqual([0, 0, 0]);
});
