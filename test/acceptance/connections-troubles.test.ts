import { expect, test } from "vitest";
import type { SearchAnswer } from "../support/sample-call.ts";
import { ACCESS_KEY, ACCESS_KEY_SECRET, TestLibrary } from "../support/tamtam.ts";

const TROUBLES = [
  "rate-limit-storms:share=0.2:retryAfterSeconds=1:longShare=0",
  "server-errors:share=0.2",
  "cut-answers:share=0.1",
  "expired-cursors:share=1",
];

test("through refusals, failures, cut answers and dying cursors, every call is found, and once", async () => {
  await using tenant = await TestLibrary.create({ TAMTAM_LIMITS: "gong", TAMTAM_SANDBOX: TROUBLES.join(",") });
  await tenant.answer(["seed", "--calls", "250", "--until", "2025-06-30"]);
  await using server = await tenant.serve();
  await using own = await TestLibrary.create();
  const input = `${ACCESS_KEY}\n${ACCESS_KEY_SECRET}\n`;
  expect((await own.run(["connect", "acme", "--base-url", server.url, "--kind", "gong"], { input })).code).toBe(0);
  const since = ["--from-date", "2024-06-01T00:00:00Z"];
  const query = ["search-calls", "--keywords", "technicians", "--sort", "relevance", "--page-size", "100", ...since];
  const scanned = await own.answer<SearchAnswer>([...query, "--connection", "acme"]);
  const indexed = await tenant.answer<SearchAnswer>(query);
  expect(scanned.pagination.totalRecords).toBe(indexed.pagination.totalRecords);
  expect(new Set(scanned.calls.map(({ callId }) => callId)).size).toBe(scanned.calls.length);
  const { sandbox } = (await (await server.fetch("/tamtam/v1/sandbox")).json()) as {
    sandbox: { done: Record<string, number> };
  };
  expect(Object.keys(sandbox.done).sort()).toEqual([
    "cut-answers",
    "expired-cursors",
    "rate-limit-storms",
    "server-errors",
  ]);
});
