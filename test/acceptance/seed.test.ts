import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addCallText, type CallAnswer, type SearchAnswer } from "../support/sample-call.ts";
import { TestLibrary } from "../support/tamtam.ts";

interface SeedAnswer {
  readonly company: { readonly name: string; readonly domain: string };
  readonly users: number;
  readonly calls: { readonly added: number; readonly present: number };
}

const order = ["seed", "--calls", "24", "--until", "2025-06-30"];

describe("a library filled by tamtam seed", () => {
  let library: TestLibrary;
  let seeded: SeedAnswer;

  beforeAll(async () => {
    library = await TestLibrary.create();
    seeded = await library.answer<SeedAnswer>(order);
  });

  afterAll(() => library[Symbol.asyncDispose]());

  test("has the calls, and nothing more when it is filled again", async () => {
    expect(seeded.calls).toEqual({ added: 24, present: 0 });
    expect(await library.answer(order)).toMatchObject({
      ...seeded,
      calls: { added: 0, present: 24 },
      seconds: expect.anything(),
    });
    const { pagination } = await library.answer<SearchAnswer>(["search-calls"]);
    expect(pagination.totalRecords).toBe(24);
  });

  test("is searched by what was said, with the person and the time", async () => {
    const found = await library.answer<SearchAnswer>([
      "search-calls",
      "--keywords",
      "technicians",
      "--include-content",
    ]);
    expect(found.pagination.totalRecords).toBeGreaterThan(0);
    const match = found.calls[0]?.matches?.find(({ where }) => where === "transcript");
    expect(match?.text).toMatch(/technicians?/i);
    expect(match?.speaker).toEqual(expect.any(String));
    expect(match?.start).toBeGreaterThan(0);
  });

  test("gives each call as if it had been recorded, without a recording", async () => {
    const { calls } = await library.answer<SearchAnswer>(["search-calls", "--include-media"]);
    const callId = calls[0]?.callId ?? "";
    const call = await library.answer<CallAnswer>([
      "get-call",
      "--call-id",
      callId,
      "--include-transcript",
      "--include-content",
    ]);
    expect(call).toMatchObject({
      status: "Completed",
      media: { audioUrl: null, videoUrl: null },
      content: { interactionStats: expect.arrayContaining([{ name: "Talk Ratio", value: expect.any(Number) }]) },
    });
    expect(call.duration).toBeGreaterThan(60);
    const sentences = call.transcript?.sentences ?? [];
    expect(sentences.length).toBeGreaterThanOrEqual(40);
    expect(sentences.every(({ speaker }) => speaker !== null)).toBe(true);
  });

  test("is the same in another library", async () => {
    await using other = await TestLibrary.create();
    expect(await other.answer(order)).toMatchObject({ ...seeded, seconds: expect.anything() });
    const list = async (from: TestLibrary) =>
      (await from.answer<SearchAnswer>(["search-calls", "--page-size", "50"])).calls.map(({ callId, title }) => [
        callId,
        title,
      ]);
    expect(await list(other)).toEqual(await list(library));
  });
});

test("a library with a call of its own is left alone, unless somebody says --add", async () => {
  await using library = await TestLibrary.create();
  const added = await library.run(["run", "--no-wait"], { input: addCallText("https://example.com/call.mp3") });
  expect(added.code).toBe(0);
  const refused = await library.run(order);
  expect(refused.code).toBe(4);
  expect(JSON.parse(refused.stderr)).toMatchObject({
    error: { code: "conflict", message: expect.stringContaining("There is 1 call in this library that no seed made") },
  });
  expect(await library.answer([...order, "--add"])).toMatchObject({ calls: { added: 24 } });
});
