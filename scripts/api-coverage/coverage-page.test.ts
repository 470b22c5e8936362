import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { coveragePage } from "./coverage-page.ts";

it("is what docs/api-coverage.md says; if not, run node scripts/write-api-coverage.ts", async () => {
  expect(await readFile(new URL("../../docs/api-coverage.md", import.meta.url), "utf8")).toBe(coveragePage());
});
