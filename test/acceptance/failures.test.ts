import { afterAll, beforeAll, expect, test } from "vitest";
import { type MediaHost, openMediaHost } from "../support/media-host.ts";
import { addCallText, type CallAnswer, readSample } from "../support/sample-call.ts";
import { TestLibrary } from "../support/tamtam.ts";

let host: MediaHost;
let library: TestLibrary;
let wav: Uint8Array;

beforeAll(async () => {
  wav = await readSample();
  host = await openMediaHost();
  library = await TestLibrary.create();
  host.put("/login", { body: Buffer.from("<!doctype html><title>Log in</title>"), contentType: "text/html" });
  host.put("/disguised.wav", { body: Buffer.from("<!doctype html><title>Log in</title>"), contentType: "audio/wav" });
  host.put("/empty.wav", { body: new Uint8Array(), contentType: "audio/wav" });
  host.put("/noise.wav", { body: Buffer.alloc(5_000, "qz7"), contentType: "audio/wav" });
  host.put("/notes.pdf", { body: Buffer.from("%PDF-1.7 notes"), contentType: "application/pdf" });
  host.put("/inside", (_request, response) =>
    response.writeHead(302, { location: "http://169.254.169.254/latest/meta-data/" }).end(),
  );
});

afterAll(async () => {
  await library[Symbol.asyncDispose]();
  await host[Symbol.asyncDispose]();
});

test.each([
  ["a missing file", "/gone.wav", "download", /404|not found/i],
  ["a login page", "/login", "download", /html|web page/i],
  ["a login page that says it is audio", "/disguised.wav", "download", /html|web page/i],
  ["an empty file", "/empty.wav", "download", /empty/i],
  ["another kind of file", "/notes.pdf", "download", /pdf/i],
  ["noise that says it is a WAV file", "/noise.wav", undefined, /./],
  ["a redirect to an address inside", "/inside", "download", /address|forbidden|private|link-local/i],
])("%s ends in Failed with a reason and how to retry", async (_, path, stage, reason) => {
  const { code, stdout, stderr } = await library.run(["run"], {
    input: addCallText(host.url + path, `failing${path}`),
  });
  expect(code).toBe(6);
  const { callId } = JSON.parse(stdout) as { callId: string };
  const call = await library.answer<CallAnswer>(["get-call", "--call-id", callId]);
  expect(call.status).toBe("Failed");
  if (stage !== undefined) expect(call.failure?.stage).toBe(stage);
  expect(call.failure?.reason).toMatch(reason);
  expect(call.failure?.retry).toBe(`tamtam retry-call --call-id ${callId}`);
  expect(stderr).toContain(call.failure?.reason);
});

test("loopback is refused unless the operator allows it, by name and by number", async () => {
  const settings = { TAMTAM_MEDIA_ALLOW_HOSTS: "" };
  for (const url of [
    host.url,
    host.url.replace("127.0.0.1", "localhost"),
    host.url.replace("127.0.0.1", "[::ffff:127.0.0.1]"),
  ]) {
    const input = addCallText(`${url}/gone.wav`, `loopback ${url}`);
    const { code, stderr } = await library.run(["run"], { input, settings });
    expect(code).toBe(6);
    expect(stderr).toContain("TAMTAM_MEDIA_ALLOW_HOSTS");
  }
});

test("a retry starts at the stage that failed, once the cause is mended", async () => {
  const added = await library.run(["run"], { input: addCallText(`${host.url}/late.wav`, "late") });
  expect(added.code).toBe(6);
  const { callId } = JSON.parse(added.stdout) as { callId: string };
  host.put("/late.wav", { body: wav, contentType: "audio/wav" });
  const retried = await library.run(["retry-call", "--call-id", callId]);
  expect(retried.code).toBe(0);
  expect(JSON.parse(retried.stdout)).toEqual({ callId, status: "Processing", stage: "download" });
  const call = await library.answer<CallAnswer>(["get-call", "--call-id", callId]);
  expect(call.status).toBe("Completed");
  const again = await library.run(["retry-call", "--call-id", callId]);
  expect(again.code).toBe(4);
  expect(again.stderr).toContain("has not failed");
});

test("a broken late stage keeps what the earlier ones achieved, and the retry does not start over", async () => {
  const settings = { TAMTAM_TRANSCRIBER: "openai-compatible", TAMTAM_TRANSCRIBER_URL: `${host.url}/v1` };
  host.put("/kept.wav", { body: wav, contentType: "audio/wav" });
  host.put("/v1/audio/transcriptions", (request, response) => {
    request.resume();
    response.writeHead(401, { "content-type": "application/json" }).end('{"error":{"message":"bad key"}}');
  });
  const added = await library.run(["run"], { input: addCallText(`${host.url}/kept.wav`, "kept"), settings });
  expect(added.code).toBe(6);
  const { callId } = JSON.parse(added.stdout) as { callId: string };
  const failed = await library.answer<CallAnswer>(["get-call", "--call-id", callId]);
  expect(failed.failure?.stage).toBe("transcribe");
  expect(failed.duration).toBeGreaterThan(30);
  const retried = await library.run(["retry-call", "--call-id", callId]);
  expect(retried.code).toBe(0);
  expect(host.requests.filter((path) => path === "/kept.wav")).toHaveLength(1);
});

test("part of a broken recording is kept, with a warning of what is missing", async () => {
  host.put("/half.wav", { body: wav.subarray(0, Math.floor(wav.length / 2)), contentType: "audio/wav" });
  const added = await library.run(["run"], { input: addCallText(`${host.url}/half.wav`, "half") });
  expect(added.code).toBe(0);
  const { callId } = JSON.parse(added.stdout) as { callId: string };
  const call = await library.answer<CallAnswer>(["get-call", "--call-id", callId, "--include-transcript"]);
  expect(call.status).toBe("Completed");
  expect(call.warnings?.join(" ")).toMatch(/could not be read/);
  expect(call.transcript?.sentences.length).toBeGreaterThan(2);
});
