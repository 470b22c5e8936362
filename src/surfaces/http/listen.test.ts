import { once } from "node:events";
import { createReadStream, type ReadStream } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { Agent, get, request } from "node:http";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { Hono } from "hono";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { authorization, CALL_ID, makeServices, type TestServices } from "../../../test/support/http-services.ts";
import { createHttpApp } from "./http-app.ts";
import { type Listener, listen } from "./listen.ts";
import type { HttpServices } from "./services.ts";

const SIZE_BYTES = 20_000_000;

let listeners: Listener[];
let folder: string;

beforeEach(async () => {
  listeners = [];
  folder = await mkdtemp(join(tmpdir(), "tamtam-http-"));
});

afterEach(async () => {
  vi.restoreAllMocks();
  await Promise.all(listeners.map((listener) => listener.close()));
  await rm(folder, { recursive: true });
});

async function start(services: HttpServices): Promise<string> {
  const listener = await listen(createHttpApp(services), { host: "127.0.0.1", port: 0, closeWithinMs: 100 });
  listeners.push(listener);
  return listener.url;
}

/** Services whose recording is a file on disk; `streams` are those that were opened. */
async function withFile(): Promise<TestServices & { streams: ReadStream[] }> {
  const path = join(folder, "recording");
  await writeFile(path, Buffer.alloc(SIZE_BYTES, "x"));
  const streams: ReadStream[] = [];
  const read: HttpServices["media"]["read"] = async (_, range) => {
    const stream = createReadStream(path, range);
    streams.push(stream);
    return stream;
  };
  const media = { describe: async () => ({ sizeBytes: SIZE_BYTES, contentType: "audio/wav" }), read };
  return { ...makeServices({ media }), streams };
}

describe("a recording over a socket", () => {
  it("arrives whole and in parts, and its file is closed", async () => {
    const services = await withFile();
    const url = `${await start(services)}/media/${CALL_ID}/audio`;
    expect((await (await fetch(url, { headers: { authorization } })).arrayBuffer()).byteLength).toBe(SIZE_BYTES);
    const part = await fetch(url, { headers: { authorization, range: "bytes=5-1000004" } });
    expect(part.status).toBe(206);
    expect((await part.arrayBuffer()).byteLength).toBe(1_000_000);
    await vi.waitUntil(() => services.streams.every((stream) => stream.closed));
    expect(services.streams).toHaveLength(2);
  });

  it("closes its file when the receiver goes away, and reports nothing", async () => {
    const services = await withFile();
    const url = `${await start(services)}/media/${CALL_ID}/audio`;
    const download = get(url, { headers: { authorization } });
    const [response] = (await once(download, "response")) as [NodeJS.ReadableStream]; // what "response" comes with
    await once(response, "data");
    response.pause();
    expect(services.streams[0]?.closed).toBe(false);
    download.destroy();
    await vi.waitUntil(() => services.streams[0]?.closed);
    expect(services.streams[0]?.bytesRead).toBeLessThan(SIZE_BYTES);
    expect(services.reported).toEqual([]);
  });

  it("that breaks midway ends the connection, says nothing of why, and is reported", async () => {
    const read = async () =>
      Readable.from(
        (async function* () {
          yield Buffer.alloc(10);
          throw new Error("EIO: /var/secret/place");
        })(),
      );
    const services = makeServices({ media: { ...makeServices().media, read } });
    const printed = vi.spyOn(console, "error");
    const socket = connect(Number(new URL(await start(services)).port), "127.0.0.1");
    socket.write(`GET /media/${CALL_ID}/audio HTTP/1.1\r\nHost: x\r\nAuthorization: ${authorization}\r\n\r\n`);
    const received = await Readable.from(socket)
      .toArray()
      .catch(() => []);
    expect(Buffer.concat(received).toString()).not.toContain("secret");
    expect(printed).not.toHaveBeenCalled();
    expect(services.reported).toMatchObject([{ error: { message: "EIO: /var/secret/place" }, requestId: "request1" }]);
  });

  it("has its length in the answer to HEAD", async () => {
    const url = `${await start(await withFile())}/media/${CALL_ID}/audio`;
    const response = await fetch(url, { method: "HEAD", headers: { authorization } });
    expect(response.headers.get("Content-Length")).toBe(String(SIZE_BYTES));
  });
});

describe("a body over a socket", () => {
  it("without an announced length is refused once it passes 5 MB", async () => {
    const url = await start(makeServices());
    const upload = request(`${url}/connection/command`, { method: "POST", headers: { authorization } });
    upload.on("error", () => {}); // the server may hang up while the rest is still being sent
    const answered = once(upload, "response");
    for (let sent = 0; sent < 6; sent += 1) upload.write("x".repeat(1024 * 1024));
    const [response] = (await answered) as [{ statusCode: number; resume(): void }]; // what "response" comes with
    response.resume();
    expect(response.statusCode).toBe(413);
    upload.destroy();
  });

  it("that breaks off midway is nobody's unexpected error", async () => {
    const services = makeServices();
    const url = await start(services);
    let answered = 0;
    const app = createHttpApp({ ...services, makeRequestId: () => `r${(answered += 1)}` });
    const listener = await listen(app, { host: "127.0.0.1", port: 0, closeWithinMs: 100 });
    listeners.push(listener);
    const upload = request(`${listener.url}/connection/command`, {
      method: "POST",
      headers: { authorization, "Content-Length": 100 },
    });
    upload.on("error", () => {});
    upload.write("/your-gong");
    await vi.waitUntil(() => answered === 1);
    upload.destroy();
    await listener.close();
    expect(services.reported).toEqual([]);
    expect(services.opened).toEqual([]);
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  });
});

describe("listen", () => {
  it("names a port in use and the mend", async () => {
    const taken = new URL(await start(makeServices())).port;
    const second = listen(new Hono(), { host: "127.0.0.1", port: Number(taken) });
    await expect(second).rejects.toMatchObject({ code: "setup" });
    await expect(second).rejects.toThrow(`127.0.0.1:${taken} is in use`);
    await expect(second).rejects.toThrow("TAMTAM_PORT");
  });

  it("names a host that is not this machine's and the mend", async () => {
    // 192.0.2.1 is kept for documentation, so no machine has it.
    const elsewhere = listen(new Hono(), { host: "192.0.2.1", port: 0 });
    await expect(elsewhere).rejects.toThrow("192.0.2.1 is not an address of this machine; set TAMTAM_HOST");
  });

  it("gives an address that can be opened where it listens to all", async () => {
    const listener = await listen(createHttpApp(makeServices()), { host: "0.0.0.0", port: 0 });
    listeners.push(listener);
    expect((await fetch(`${listener.url}/health`)).status).toBe(200);
  });
});

describe("close", () => {
  it("lets a running request finish and takes no new ones", async () => {
    let release = () => {};
    const gate = new Promise<void>((resolve) => {
      release = resolve;
    });
    let isRunning = false;
    const app = new Hono().get("/", async (c) => {
      isRunning = true;
      await gate;
      return c.text("done");
    });
    const listener = await listen(app, { host: "127.0.0.1", port: 0 });
    const running = fetch(listener.url);
    await vi.waitUntil(() => isRunning);
    const closing = listener.close();
    await expect(fetch(listener.url)).rejects.toThrow();
    release();
    expect(await (await running).text()).toBe("done");
    await closing;
  });

  it("ends idle keep-alive connections at once", async () => {
    const listener = await listen(createHttpApp(makeServices()), { host: "127.0.0.1", port: 0, closeWithinMs: 60_000 });
    const agent = new Agent({ keepAlive: true });
    const asked = get(`${listener.url}/health`, { agent });
    const [response] = (await once(asked, "response")) as [Readable]; // what "response" comes with
    await response.toArray();
    await vi.waitUntil(() => Object.keys(agent.freeSockets).length === 1);
    await listener.close();
    await vi.waitUntil(() => Object.keys(agent.freeSockets).length === 0);
  });

  it("cuts a request that does not end within the bound, and may be called twice", async () => {
    let isRunning = false;
    const app = new Hono().get("/", () => {
      isRunning = true;
      return new Promise<Response>(() => {});
    });
    const listener = await listen(app, { host: "127.0.0.1", port: 0, closeWithinMs: 20 });
    const running = fetch(listener.url).then(
      () => "answered",
      () => "cut",
    );
    await vi.waitUntil(() => isRunning);
    await Promise.all([listener.close(), listener.close()]);
    expect(await running).toBe("cut");
  });
});
