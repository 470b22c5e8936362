import { createHash } from "node:crypto";
import { once } from "node:events";
import { stat } from "node:fs/promises";
import { Agent, type IncomingMessage, request } from "node:http";
import { text } from "node:stream/consumers";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Listener, listen } from "../../src/surfaces/http/listen.ts";
import { authorization } from "../support/http-services.ts";
import { GongServer, MAX_MEDIA_BYTES } from "./gong-server.ts";
import { fillLibrary, fullCall, waitingCall } from "./library.ts";

let server: GongServer;
let listener: Listener;

beforeEach(async () => {
  server = await GongServer.open();
  await fillLibrary(server);
  listener = await listen(server.app, { host: "127.0.0.1", port: 0, closeWithinMs: 100 });
});

afterEach(async () => {
  await listener.close();
  await server[Symbol.asyncDispose]();
});

/** A WAV header, and then silence. */
function wav(sizeBytes: number, fill = 0): Buffer {
  const bytes = Buffer.alloc(sizeBytes, fill);
  bytes.write("RIFF", 0, "latin1");
  bytes.write("WAVEfmt ", 8, "latin1");
  return bytes;
}

async function upload(callId: string, bytes: Uint8Array, extra: Readonly<Record<string, string>> = {}) {
  const form = new FormData();
  for (const [name, value] of Object.entries(extra)) form.append(name, value);
  form.append("mediaFile", new Blob([Uint8Array.from(bytes)], { type: "audio/wav" }), "call.wav");
  const response = await fetch(`${listener.url}/v2/calls/${callId}/media`, {
    method: "PUT",
    headers: { authorization },
    body: form,
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

const jobsOf = (callId: string) => server.parts.queue.claim("worker", { callId: callId as typeof waitingCall.id }); // an id of the library

describe("a recording that is sent", () => {
  it("is kept whole, and its processing begins with decoding", async () => {
    const bytes = wav(50_000);
    expect(await upload(waitingCall.id, bytes, { note: "first" })).toEqual({
      status: 201,
      body: {
        requestId: expect.any(String),
        callId: waitingCall.id,
        url: `https://tamtam.example/call?id=${waitingCall.id}`,
      },
    });
    expect(await server.parts.media.size(waitingCall.id, "original")).toBe(50_000);
    expect(await server.parts.calls.get(waitingCall.id)).toMatchObject({
      media: {
        sizeBytes: 50_000,
        contentType: "audio/wav",
        sha256: createHash("sha256").update(bytes).digest("hex"),
      },
      processing: { status: "Processing", stage: "decode" },
    });
    expect(await jobsOf(waitingCall.id)).toMatchObject({ stage: "decode", attempt: 1 });
  });

  it("may be sent again, and is then not processed again", async () => {
    await upload(waitingCall.id, wav(20_000));
    const job = await jobsOf(waitingCall.id);
    expect(job).toBeDefined();
    expect((await upload(waitingCall.id, wav(20_000))).status).toBe(201);
    expect(await jobsOf(waitingCall.id)).toBeUndefined();
  });

  it("does not replace another one", async () => {
    await upload(waitingCall.id, wav(20_000));
    const { status, body } = await upload(waitingCall.id, wav(20_000, 1));
    expect(status).toBe(400);
    expect(body["errors"]).toEqual([
      `Call ID ${waitingCall.id} does not take a recording: it has another recording already`,
    ]);
    expect(await text(await server.parts.media.read(waitingCall.id, "original"))).toBe(wav(20_000).toString());
  });

  it("replaces the one that could not be processed", async () => {
    await upload(waitingCall.id, wav(20_000));
    await server.parts.database.transact(async (transaction) => {
      const failure = { stage: "decode", code: "media-unreadable", reason: "damaged" } as const;
      await server.parts.queue.removeFor(waitingCall.id, transaction);
      await server.parts.calls.setProcessing(
        waitingCall.id,
        { status: "Failed", stage: "decode", failure, warnings: [] },
        transaction,
      );
    });
    expect((await upload(waitingCall.id, wav(30_000))).status).toBe(201);
    expect(await server.parts.media.size(waitingCall.id, "original")).toBe(30_000);
  });

  it("is refused while it arrives when it is too large, and nothing of it stays", async () => {
    const { status, body } = await upload(waitingCall.id, wav(MAX_MEDIA_BYTES * 50));
    expect(status).toBe(400);
    expect(body["errors"]).toEqual([expect.stringContaining("larger than")]);
    expect(await server.parts.media.size(waitingCall.id, "original")).toBeUndefined();
    await expect(server.parts.media.commit(waitingCall.id, "original")).rejects.toThrow("no staged original");
  });

  it("is refused before its end for a call that is not there, and the connection still answers", async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const boundary = "frontier";
    const head = `--${boundary}\r\nContent-Disposition: form-data; name="mediaFile"; filename="a.wav"\r\n\r\n`;
    const sent = request(`${listener.url}/v2/calls/12/media`, {
      agent,
      method: "PUT",
      headers: { authorization, "content-type": `multipart/form-data; boundary=${boundary}` },
    });
    sent.write(head);
    for (let pieces = 0; pieces < 200; pieces += 1) sent.write(Buffer.alloc(50_000));
    sent.end(`\r\n--${boundary}--\r\n`);
    const [response] = (await once(sent, "response")) as [IncomingMessage]; // what the event carries
    expect(response.statusCode).toBe(404);
    expect(JSON.parse(await text(response))).toMatchObject({ errors: ["Call ID 12 was not found"] });
    agent.destroy();
    expect((await fetch(`${listener.url}/health`)).status).toBe(200);
  });

  it("that breaks off leaves the call as it was", async () => {
    const sent = request(`${listener.url}/v2/calls/${waitingCall.id}/media`, {
      method: "PUT",
      headers: { authorization, "content-type": "multipart/form-data; boundary=x", "content-length": "90000" },
    });
    sent.on("error", () => undefined);
    sent.write('--x\r\nContent-Disposition: form-data; name="mediaFile"; filename="a.wav"\r\n\r\n');
    sent.write(wav(30_000));
    await expect
      .poll(() => server.parts.media.stagingPath(waitingCall.id, "original").then(stagedBytes))
      .toBeGreaterThan(0);
    sent.destroy();
    await expect.poll(() => server.parts.media.stagingPath(waitingCall.id, "original").then(stagedBytes)).toBe(-1);
    expect((await server.parts.calls.get(waitingCall.id))?.media).toBeUndefined();
    expect((await upload(waitingCall.id, wav(20_000))).status).toBe(201);
  });

  it("is not wanted for a call that has one from a URL", async () => {
    const { status, body } = await upload(fullCall.id, wav(20_000));
    expect(status).toBe(400);
    expect(body["errors"]).toEqual([expect.stringContaining("it has another recording already")]);
  });
});

/** -1 where no file is. */
async function stagedBytes(path: string): Promise<number> {
  return stat(path).then(
    ({ size }) => size,
    () => -1,
  );
}

describe("over a socket", () => {
  it("a GET may bring a body, several times over one connection", async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    for (let round = 0; round < 3; round += 1) {
      const body = JSON.stringify({ limit: 5 });
      const headers = { authorization, "content-type": "application/json", "content-length": body.length };
      const sent = request(`${listener.url}/v2/calls`, { agent, method: "GET", headers });
      sent.end(body);
      const [response] = (await once(sent, "response")) as [IncomingMessage]; // what the event carries
      expect(response.statusCode).toBe(200);
      expect(JSON.parse(await text(response))).toMatchObject({ records: { totalRecords: 2 } });
    }
    agent.destroy();
  });
});
