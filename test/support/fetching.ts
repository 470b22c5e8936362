import { createHash } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach } from "vitest";
import { StageError } from "../../src/calls/errors.ts";
import { createHttpMediaFetcher, type HttpMediaFetcherOptions } from "../../src/engine/media/http-media-fetcher.ts";
import { openMediaHost, type MediaHost } from "./media-host.ts";
import { makeWav } from "./wav-files.ts";

export const wav = makeWav({ seconds: 4 });
export const wavSha256 = createHash("sha256").update(wav).digest("hex");

export let host: MediaHost;
export let folder: string;
export let path: string;
beforeAll(async () => {
  host = await openMediaHost();
});
afterAll(() => host[Symbol.asyncDispose]());
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "tamtam-fetcher-"));
  path = join(folder, "media");
});
afterEach(() => rm(folder, { recursive: true, force: true }));

export const allowed: HttpMediaFetcherOptions = { allowHosts: ["127.0.0.1"], idleTimeoutMs: 10_000 };
export const quiet = () => ({ signal: new AbortController().signal });
export const fetch = (url: string, options: HttpMediaFetcherOptions = allowed) =>
  createHttpMediaFetcher(options).fetch(url, path, quiet());

export async function failure(url: string, options?: HttpMediaFetcherOptions): Promise<StageError> {
  const outcome: unknown = await fetch(url, options).catch((error: unknown) => error);
  if (outcome instanceof StageError) return outcome;
  throw new Error(`no StageError but ${JSON.stringify(outcome)} ${String(outcome)}`);
}

export const answer =
  (status: number, contentType: string, body: string | Buffer) => (_: IncomingMessage, response: ServerResponse) => {
    response.writeHead(status, { "content-type": contentType }).end(body);
  };
export const redirect = (location: string) => (_: IncomingMessage, response: ServerResponse) => {
  response.writeHead(302, { location }).end();
};
