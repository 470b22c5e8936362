import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { answersInTime } from "./answers-in-time.ts";
import { accessKeyCredentials } from "./credentials.ts";
import { fetchSend } from "./fetch-send.ts";
import { createGongClient } from "./gong-client.ts";
import { retryPolicy } from "./retry.ts";
import { SendError, type WireRequest } from "./send.ts";
import { isTamtamServer, runRemoteAction } from "./tamtam-actions.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const MINUTE_MS = 60_000;
const request: WireRequest = {
  method: "GET",
  url: "https://us-1.api.gong.io/v2/calls",
  headers: {},
  timeoutMs: MINUTE_MS,
};

const delay = (durationMs: number) => new Promise<void>((resolve) => void setTimeout(resolve, durationMs));

/** A server that takes the whole request, then answers a byte every eight seconds. */
function trickling(byteCount: number) {
  return fetchSend(async (url, { body, signal }) => {
    if (body !== null && typeof body === "object") await new Response(body as ReadableStream).arrayBuffer();
    async function* bytes() {
      for (let sent = 0; sent < byteCount; sent += 1) {
        signal?.throwIfAborted();
        await delay(8000);
        yield new TextEncoder().encode("{");
      }
    }
    return new Response(ReadableStream.from(bytes()), { headers: { "x-url": url } });
  });
}

async function settled(answer: Promise<unknown>, afterMs: number): Promise<unknown> {
  const outcome: { of?: unknown } = {};
  void answer.then(
    (value) => (outcome.of = value),
    (error: unknown) => (outcome.of = error),
  );
  await vi.advanceTimersByTimeAsync(afterMs);
  return outcome.of;
}

test("an answer that trickles is given up after ten minutes and a silence", async () => {
  const answer = answersInTime(trickling(Infinity))(request);
  expect(await settled(answer, 10.5 * MINUTE_MS)).toBeUndefined();
  const error = await settled(answer, MINUTE_MS);
  expect(error).toBeInstanceOf(SendError);
  expect(error).toMatchObject({
    message: "the answer had not ended after 660 s",
    mayHaveArrived: true,
    wasSilence: true,
  });
});

test("one that ends before is an answer, and leaves no timer behind", async () => {
  expect(await settled(answersInTime(trickling(4))(request), 3 * MINUTE_MS)).toMatchObject({ text: "{{{{" });
  expect(vi.getTimerCount()).toBe(0);
});

test("a recording may take hours to leave: its answer's time begins when it has left", async () => {
  async function* recording() {
    for (let chunk = 0; chunk < 240; chunk += 1) {
      await delay(MINUTE_MS / 2);
      yield new Uint8Array(1);
    }
  }
  const answer = answersInTime(trickling(Infinity))({ ...request, method: "PUT", body: recording() });
  expect(await settled(answer, 130 * MINUTE_MS)).toBeUndefined();
  expect(await settled(answer, 2 * MINUTE_MS)).toBeInstanceOf(SendError);
});

test("an answer that comes before the recording has left leaves no timer behind, whenever the recording is let go", async () => {
  let letGo: (() => Promise<unknown>) | undefined;
  const send = answersInTime(async ({ body }) => {
    const chunks = (body as AsyncIterable<Uint8Array>)[Symbol.asyncIterator](); // as it was given
    await chunks.next();
    letGo = async () => chunks.return?.();
    return { status: 413, headers: {}, text: "{}" };
  });
  async function* recording() {
    yield new Uint8Array(1);
    yield new Uint8Array(1);
  }
  expect(await send({ ...request, method: "PUT", body: recording() })).toMatchObject({ status: 413 });
  await letGo?.();
  expect(vi.getTimerCount()).toBe(0);
});

test("no request of a client, and no action on another server, is without this limit", async () => {
  const parts = {
    baseUrl: "https://us-1.api.gong.io",
    send: trickling(Infinity),
    credentials: accessKeyCredentials("KEY", "secret"),
    clock: Date.now,
  };
  const budget = { limits: {}, take: async () => {}, pause: async () => {}, countDay: async () => 0 };
  const policy = { ...retryPolicy, maxAttempts: 1 };
  const api = createGongClient({ ...parts, budget, policy, random: () => 0.5, sleep: delay });
  const expected = { code: "remote-unreachable", message: expect.stringContaining("had not ended") };
  expect(await settled(api.listUsers({}), 12 * MINUTE_MS)).toMatchObject(expected);
  expect(await settled(runRemoteAction("get-call", {}, parts), 12 * MINUTE_MS)).toMatchObject(expected);
  expect(await settled(isTamtamServer(parts), 12 * MINUTE_MS)).toMatchObject(expected);
});

test("the caller's own signal still ends it, with its reason", async () => {
  const stopping = new AbortController();
  const answer = answersInTime(trickling(Infinity))({ ...request, signal: stopping.signal });
  expect(await settled(answer, MINUTE_MS)).toBeUndefined();
  stopping.abort(new Error("Interrupted."));
  expect(await settled(answer, MINUTE_MS)).toMatchObject({ message: "Interrupted." });
  expect(vi.getTimerCount()).toBe(0);
});
