import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { join } from "node:path";
import { importRecording } from "../../src/engine/importing/import-recording.ts";
import { FsMediaStore } from "../../src/engine/media/fs-media-store.ts";
import { createHttpMediaFetcher } from "../../src/engine/media/http-media-fetcher.ts";
import { type ReadRecordings, readRecordings } from "../../src/mirror/read-recordings.ts";
import { openMediaHost, type MediaHost } from "../support/media-host.ts";
import { callIdOf } from "../support/mirror/open-mirror.ts";
import { HOUR_MS, history, MirrorWorld, NOW_MS, plan } from "./mirror-world.ts";

/** What a WAV file begins with, and a little silence. */
const wav = Buffer.concat([Buffer.from("RIFF\x24\x01\x00\x00WAVEfmt "), Buffer.alloc(284)]);

let world: MirrorWorld;
let host: MediaHost;

beforeEach(async () => {
  host = await openMediaHost();
});

afterEach(async () => {
  await world[Symbol.asyncDispose]();
  await host[Symbol.asyncDispose]();
});

function offer(id: string): void {
  host.put(`/${id}`, { body: wav, contentType: "audio/wav" });
  world.tenant.recordings.set(id, `${host.url}/${id}`);
}

function read(onRecording: (count: number) => void = () => {}, stop = new AbortController()): Promise<ReadRecordings> {
  const { calls, database, imported } = world.open;
  const media = new FsMediaStore(join(world.folder, "media"));
  const fetcher = createHttpMediaFetcher({ allowHosts: ["127.0.0.1"] });
  const parts = {
    imported,
    api: world.api,
    clock: () => world.tenant.clock.nowMs,
    importRecording: (id: ReturnType<typeof callIdOf>, url: string, signal: AbortSignal) =>
      importRecording({ calls, database, media, fetcher }, id, url, signal),
  };
  return readRecordings(parts, stop.signal, onRecording);
}

describe("the recordings of a mirror", () => {
  it("are brought here once, links for 100 calls in one request, and are the calls' own", async () => {
    world = await MirrorWorld.create(history(3));
    for (const id of ["1000000", "1000002"]) offer(id);
    await world.sync();
    world.takeAsked();
    expect(await read()).toEqual({ count: 2, sizeBytes: 2 * 300, problems: [] });
    expect(world.takeAsked()).toEqual(["calls"]);
    expect(host.requests).toEqual(["/1000002", "/1000000"]);
    expect((await world.open.calls.get(callIdOf("1000000")))?.media).toMatchObject({ sizeBytes: 300, hasVideo: false });
    expect((await read()).count).toBe(0);
    expect(host.requests).toHaveLength(2);
  });

  it("stay when the tenant sends the call again", async () => {
    world = await MirrorWorld.create([plan(1, NOW_MS - HOUR_MS)]);
    offer("1");
    await world.sync();
    await read();
    world.tenant.plans[0] = plan(1, NOW_MS - HOUR_MS, { brief: "Another brief." });
    world.tenant.clock.nowMs += HOUR_MS;
    await world.sync();
    expect((await world.open.calls.get(callIdOf("1")))?.media).toMatchObject({ sizeBytes: 300 });
  });

  it("are had but for those that cannot be, which are named", async () => {
    world = await MirrorWorld.create(history(2));
    for (const id of ["1000000", "1000001"]) offer(id);
    host.put("/1000001", (_request, response) => response.writeHead(403).end());
    await world.sync();
    expect(await read()).toEqual({
      count: 1,
      sizeBytes: 300,
      problems: [{ callId: "1000001", reason: expect.stringContaining("403") }],
    });
  });

  it("go on after an interruption with those that are not here", async () => {
    world = await MirrorWorld.create(history(3));
    for (const id of ["1000000", "1000001", "1000002"]) offer(id);
    await world.sync();
    const stop = new AbortController();
    expect((await read(() => stop.abort(), stop)).count).toBe(1);
    expect((await read()).count).toBe(2);
    expect(host.requests).toEqual(["/1000002", "/1000001", "/1000000"]);
  });

  it("are asked for with new links before the old ones end", async () => {
    world = await MirrorWorld.create(history(3));
    for (const id of ["1000000", "1000001", "1000002"]) offer(id);
    await world.sync();
    world.takeAsked();
    const { count } = await read(() => {
      world.tenant.clock.nowMs += 4 * HOUR_MS;
    });
    expect(count).toBe(3);
    // The first links serve two downloads, 0 and 4 hours after they were made; after 8 hours there are new ones.
    expect(world.takeAsked()).toEqual(["calls", "calls"]);
  });

  it("have a size that can be told beforehand from those that are here", async () => {
    world = await MirrorWorld.create(history(3));
    offer("1000002");
    await world.sync();
    expect(await world.open.imported.recordings()).toEqual({
      count: 0,
      sizeBytes: 0,
      durationMs: 0,
      missing: { count: 3, durationMs: 3 * 600_000 },
    });
    await read();
    expect(await world.open.imported.recordings()).toEqual({
      count: 1,
      sizeBytes: 300,
      durationMs: 600_000,
      missing: { count: 2, durationMs: 2 * 600_000 },
    });
  });
});
