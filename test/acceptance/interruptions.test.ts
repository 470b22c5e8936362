import { setTimeout as delay } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type MediaHost, openMediaHost } from "../support/media-host.ts";
import {
  addCallParameters,
  addCallText,
  type CallAnswer,
  readSample,
  type SearchAnswer,
} from "../support/sample-call.ts";
import { TestLibrary, until } from "../support/tamtam.ts";

let host: MediaHost;

beforeAll(async () => {
  host = await openMediaHost();
  const body = await readSample();
  for (let n = 0; n < 6; n += 1) host.put(`/call-${n}.wav`, { body, contentType: "audio/wav" });
});

afterAll(() => host[Symbol.asyncDispose]());

test("kill -9 at any moment loses no call and doubles none", async () => {
  await using library = await TestLibrary.create();
  const calls = [0, 1, 2, 3];
  const lastsMs = [1_500, 3_000, 800, 5_000, 2_200];
  for (const lastMs of lastsMs) {
    const server = await library.serve();
    for (const n of calls)
      await server.action("add-call", addCallParameters(`${host.url}/call-${n}.wav`, `killed-${n}`));
    await delay(lastMs); // a moment of the work, not a wait for something
    server.process.kill("SIGKILL");
  }
  await using server = await library.serve();
  const found = await until(
    () => server.action<SearchAnswer>("search-calls", { "page-size": 100, keywords: ["demo"], status: "Completed" }),
    (answer) => answer.pagination.totalRecords === calls.length,
  );
  expect(found.calls.map((call) => call["clientUniqueId"]).sort()).toEqual(calls.map((n) => `killed-${n}`));
  const all = await server.action<SearchAnswer>("search-calls", { "page-size": 100 });
  expect(all.pagination.totalRecords).toBe(calls.length);
});

test("work goes on at the stage it was in", async () => {
  await using library = await TestLibrary.create();
  const first = await library.serve();
  const { callId } = await first.action<{ callId: string }>(
    "add-call",
    addCallParameters(`${host.url}/call-4.wav`, "resumed"),
  );
  await until(
    () => first.action<CallAnswer>("get-call", { "call-id": callId }),
    (call) => JSON.stringify(call["processing"] ?? {}).includes("transcribe") || call.status === "Completed",
  );
  first.process.kill("SIGKILL");
  const before = host.requests.filter((path) => path === "/call-4.wav").length;
  await using second = await library.serve();
  await until(
    () => second.action<CallAnswer>("get-call", { "call-id": callId }),
    (call) => call.status === "Completed",
  );
  expect(host.requests.filter((path) => path === "/call-4.wav")).toHaveLength(before);
});

test("Ctrl-C while a call is processed in the foreground leaves it for later", async () => {
  await using library = await TestLibrary.create();
  const child = library.start(["run"]);
  let printed = "";
  child.stderr?.setEncoding("utf8").on("data", (text: string) => (printed += text));
  child.stdin?.end(addCallText(`${host.url}/call-5.wav`, "interrupted"));
  await until(
    async () => printed,
    (text) => /download|decode|transcribe/i.test(text),
  );
  child.kill("SIGINT");
  const code = await new Promise((resolve) => child.once("close", resolve));
  expect(code).toBe(130);
  const { stdout } = await library.run(["run"], { input: addCallText(`${host.url}/call-5.wav`, "interrupted") });
  expect(JSON.parse(stdout)).toMatchObject({ duplicate: true });
  await using server = await library.serve();
  await until(
    () => server.action<SearchAnswer>("search-calls", { status: "Completed" }),
    (answer) => answer.pagination.totalRecords === 1,
  );
});
