import { expect, test } from "vitest";
import { openMediaHost } from "../support/media-host.ts";
import { addCallParameters, addCallText, readSample, type SearchAnswer } from "../support/sample-call.ts";
import { TestLibrary } from "../support/tamtam.ts";

interface Added {
  readonly callId: string;
  readonly duplicate?: true;
}

test("200 adds of one client-unique-id at once, by several processes, make exactly one call", async () => {
  await using host = await openMediaHost();
  host.put("/call.wav", { body: await readSample(), contentType: "audio/wav" });
  await using library = await TestLibrary.create();
  await using server = await library.serve();
  const overHttp = Array.from({ length: 190 }, () =>
    server.action<Added>("add-call", addCallParameters(`${host.url}/call.wav`, "same")),
  );
  const overCli = Array.from({ length: 10 }, () =>
    library.answer<Added>(["run", "--no-wait"], addCallText(`${host.url}/call.wav`, "same")),
  );
  const answers = await Promise.all([...overHttp, ...overCli]);
  expect(answers).toHaveLength(200);
  expect(new Set(answers.map((answer) => answer.callId)).size).toBe(1);
  expect(answers.filter((answer) => answer.duplicate !== true)).toHaveLength(1);
  const { pagination } = await server.action<SearchAnswer>("search-calls", {});
  expect(pagination.totalRecords).toBe(1);
});

test("different calls added at once by several processes are all there", async () => {
  await using library = await TestLibrary.create();
  const adds = Array.from({ length: 12 }, (_, n) =>
    library.answer<Added>(["run", "--no-wait"], addCallText("https://example.com/none.wav", `call-${n}`)),
  );
  const answers = await Promise.all(adds);
  expect(new Set(answers.map((answer) => answer.callId)).size).toBe(12);
  const { pagination } = await library.answer<SearchAnswer>(["search-calls"]);
  expect(pagination.totalRecords).toBe(12);
});
