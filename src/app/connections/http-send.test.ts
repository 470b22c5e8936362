import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { inspect } from "node:util";
import { afterEach, describe, expect, test } from "vitest";
import { fetchSend } from "../../client/fetch-send.ts";
import { type Send, SendError, type WireRequest } from "../../client/send.ts";
import { httpSend } from "./http-send.ts";

const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

async function serve(listener: RequestListener): Promise<WireRequest> {
  const server = createServer(listener).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  closers.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo; // it listens on a port, not on a pipe
  const headers = { Authorization: "Basic hidden" };
  return { method: "POST", url: `http://127.0.0.1:${port}/v2/calls`, headers, body: "{}", timeoutMs: 20_000 };
}

const ways: readonly [string, Send][] = [
  ["httpSend", httpSend],
  ["fetchSend", fetchSend(fetch)],
];

describe.each(ways)("%s", (_way, send) => {
  test("gives an answer as it is, whatever its status, and follows no redirect", async () => {
    let asked = 0;
    const request = await serve((_, response) => {
      asked += 1;
      response.writeHead(302, { location: "/elsewhere", "X-TraceId": "t1" }).end("moved");
    });
    expect(await send(request)).toMatchObject({ status: 302, text: "moved", headers: { "x-traceid": "t1" } });
    expect(asked).toBe(1);
  });

  test("sends bytes as they come", async () => {
    const request = await serve((incoming, response) => void incoming.pipe(response));
    const bytes = new TextEncoder().encode("recording");
    async function* body() {
      yield bytes.subarray(0, 4);
      yield bytes.subarray(4);
    }
    const headers = { ...request.headers, "Content-Length": String(bytes.length) };
    expect(await send({ ...request, headers, body: body() })).toMatchObject({ status: 200, text: "recording" });
  });

  test("ends when nothing comes, before the answer and in the middle of it, and tells no secret", async () => {
    for (const begin of [false, true]) {
      const request = await serve((_, response) => void (begin && response.writeHead(200).write("{")));
      const error: unknown = await send({ ...request, timeoutMs: 100 }).catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(SendError);
      expect(error).toMatchObject({ mayHaveArrived: true, wasSilence: true, message: "nothing came for 0.1 s" });
      expect(inspect(error, { depth: 9 })).not.toContain("hidden");
    }
  });

  test("takes an answer that broke off for none", async () => {
    const request = await serve((_, response) => {
      response.writeHead(200, { "content-length": "10" });
      response.write("{", () => response.destroy());
    });
    await expect(send(request)).rejects.toMatchObject({ mayHaveArrived: true, wasSilence: false });
  });

  test("knows that a request never arrived where nobody listens", async () => {
    const request = await serve(() => undefined);
    closers.pop()?.();
    await expect(send(request)).rejects.toMatchObject({ mayHaveArrived: false });
  });

  test("stops with the signal's reason", async () => {
    const stopping = new AbortController();
    const request = await serve(() => stopping.abort(new Error("Interrupted.")));
    await expect(send({ ...request, signal: stopping.signal })).rejects.toThrow("Interrupted.");
  });
});

test("httpSend gives GET a body, which one of Gong's operations needs", async () => {
  const request = await serve((incoming, response) => void incoming.pipe(response));
  expect(await httpSend({ ...request, method: "GET", body: '["d1"]' })).toMatchObject({ text: '["d1"]' });
});
