import { join } from "node:path";
import BetterSqlite3 from "better-sqlite3";
import { afterAll, beforeAll, expect, test } from "vitest";
import { TestLibrary, until } from "../support/tamtam.ts";

interface Found {
  readonly calls: readonly { readonly content: { readonly outline?: unknown; readonly keyPoints?: unknown } }[];
}

let library: TestLibrary;

beforeAll(async () => {
  library = await TestLibrary.create();
  await library.answer(["seed", "--calls", "3", "--until", "2025-06-30"]);
  const database = new BetterSqlite3(join(library.dataDir, "tamtam.db"));
  const withoutNewParts = "json_remove(analysis, '$.outline', '$.keyPoints', '$.nextSteps')";
  database.exec(`UPDATE analyses SET analysis = json_set(${withoutNewParts}, '$.version', '1')`);
  database.close();
});

afterAll(() => library[Symbol.asyncDispose]());

test("a server gives calls that an older release analysed what they did not have", async () => {
  const readContents = async () =>
    (await library.answer<Found>(["search-calls", "--include-content"])).calls.map(({ content }) => content);
  for (const content of await readContents()) expect(content).not.toHaveProperty("outline");
  await library.serve();
  const contents = await until(readContents, (found) => found.every(({ outline }) => outline !== undefined));
  expect(contents).toHaveLength(3);
  for (const { keyPoints } of contents) expect(keyPoints).toEqual(expect.any(Array));
});
