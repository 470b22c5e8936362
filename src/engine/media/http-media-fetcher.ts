import { lookup as systemLookup } from "node:dns";
import type { LookupFunction } from "node:net";
import { StageError } from "../../calls/errors.ts";
import { makeAddressPolicy } from "./address-policy.ts";
import { copyMediaFile } from "./copy-media-file.ts";
import { makeGuardedAgents } from "./guarded-agents.ts";
import { requestFailure, statusFailure } from "./http-failures.ts";
import { lastingError, passingError } from "./media-errors.ts";
import type { FetchedMedia, FetchOptions, MediaFetcher } from "./media-fetcher.ts";
import { contentRangeOf, openReply, totalBytesOf, validatorOf, type MediaReply } from "./media-reply.ts";
import { checkMediaSize, MediaSink } from "./media-sink.ts";
import { checkContentType, checkedFirstBytes, plainContentType } from "./media-type-check.ts";
import { parseMediaUrl, showUrl } from "./media-url.ts";
import { dropResumeNote, loadResumable, saveResumeNote, type Resumable } from "./resume-note.ts";

export interface HttpMediaFetcherOptions {
  /** Host names, addresses and CIDRs that may be reached although they are not on the public internet. */
  readonly allowHosts?: readonly string[] | undefined;
  /** Whether `file:` URLs are read: yes for a person at this machine, no for a caller from elsewhere. */
  readonly allowFiles?: boolean | undefined;
  readonly maxBytes?: number | undefined;
  /** For looking up the name, for the connection, and for its encryption, each. */
  readonly connectTimeoutMs?: number | undefined;
  /** How long the server may send nothing. */
  readonly idleTimeoutMs?: number | undefined;
  readonly totalTimeoutMs?: number | undefined;
  /** How names become addresses. */
  readonly lookup?: LookupFunction | undefined;
}

export function createHttpMediaFetcher(options: HttpMediaFetcherOptions = {}): MediaFetcher {
  return new HttpMediaFetcher(options);
}

/** Fetches over http and https, never from an address inside a private network, and continues what was interrupted. */
class HttpMediaFetcher implements MediaFetcher {
  readonly #agents: ReturnType<typeof makeGuardedAgents>;
  readonly #allowFiles: boolean;
  readonly #maxBytes: number;
  readonly #timeoutsMs: { readonly connect: number; readonly idle: number; readonly total: number };

  constructor(options: HttpMediaFetcherOptions) {
    this.#agents = makeGuardedAgents(makeAddressPolicy(options.allowHosts ?? []), options.lookup ?? systemLookup);
    this.#allowFiles = options.allowFiles ?? false;
    this.#maxBytes = options.maxBytes ?? 1_500_000_000;
    this.#timeoutsMs = {
      connect: options.connectTimeoutMs ?? 15_000,
      idle: options.idleTimeoutMs ?? 60_000,
      total: options.totalTimeoutMs ?? 2 * 3_600_000,
    };
  }

  async fetch(urlText: string, path: string, options: FetchOptions): Promise<FetchedMedia> {
    options.signal.throwIfAborted();
    const url = parseMediaUrl(urlText, this.#allowFiles);
    if (url.protocol === "file:") return copyMediaFile(url, path, this.#maxBytes, options);
    const deadline = AbortSignal.timeout(this.#timeoutsMs.total);
    try {
      const signal = AbortSignal.any([options.signal, deadline]);
      return await this.#download(url, path, { ...options, signal }, await loadResumable(path, url));
    } catch (error) {
      options.signal.throwIfAborted();
      if (deadline.aborted) throw this.#tooSlow(url, error);
      throw error instanceof StageError ? error : requestFailure(error, showUrl(url));
    }
  }

  async #download(
    url: URL,
    path: string,
    options: FetchOptions,
    partial: Resumable | undefined,
  ): Promise<FetchedMedia> {
    const reply = await openReply(url, {
      agents: this.#agents,
      connectTimeoutMs: this.#timeoutsMs.connect,
      idleTimeoutMs: this.#timeoutsMs.idle,
      signal: options.signal,
      headers: partial === undefined ? {} : { range: `bytes=${partial.doneBytes}-`, "if-range": partial.validator },
    });
    try {
      const next = partial === undefined ? "from the start" : continuationOf(reply, partial);
      if (partial !== undefined && next === "complete") return await this.#alreadyComplete(path, partial);
      if (next !== "unusable") {
        return await this.#receive(url, path, options, reply, next === "continues" ? partial : undefined);
      }
    } finally {
      reply.body.destroy();
    }
    return this.#download(url, path, options, undefined);
  }

  async #receive(
    url: URL,
    path: string,
    options: FetchOptions,
    reply: MediaReply,
    partial: Resumable | undefined,
  ): Promise<FetchedMedia> {
    const { response, body } = reply;
    const failure = statusFailure(response.statusCode, showUrl(url));
    if (failure) throw failure;
    const contentType = this.#checkHeaders(url, reply);
    const totalBytes = totalBytesOf(response);
    await using sink = await MediaSink.open(path, partial?.doneBytes ?? 0, this.#maxBytes);
    const validator = validatorOf(response);
    await (validator === undefined ? dropResumeNote(path) : saveResumeNote(path, url, { validator, contentType }));
    const chunks: AsyncIterable<Uint8Array> = partial ? body : checkedFirstBytes(body, contentType, showUrl(url));
    for await (const chunk of chunks) {
      await sink.write(chunk);
      options.onProgress?.(sink.doneBytes, totalBytes);
    }
    checkComplete(sink.doneBytes, totalBytes, url);
    await dropResumeNote(path);
    return { contentType, sizeBytes: sink.doneBytes, sha256: sink.sha256() };
  }

  /** The last byte had arrived when the fetch was interrupted. */
  async #alreadyComplete(path: string, partial: Resumable): Promise<FetchedMedia> {
    await using sink = await MediaSink.open(path, partial.doneBytes, this.#maxBytes);
    await dropResumeNote(path);
    return { contentType: partial.contentType, sizeBytes: sink.doneBytes, sha256: sink.sha256() };
  }

  /** @returns the content type */
  #checkHeaders(url: URL, { response }: MediaReply): string {
    const contentType = plainContentType(response.headers["content-type"]);
    checkContentType(contentType, showUrl(url));
    checkMediaSize(totalBytesOf(response) ?? 0, this.#maxBytes);
    const encoding = response.headers["content-encoding"] ?? "identity";
    if (encoding !== "identity") {
      throw lastingError("media-type", `${showUrl(url)} is sent compressed as ${encoding}. Have it served as it is.`);
    }
    return contentType;
  }

  #tooSlow(url: URL, cause: unknown): StageError {
    const minutes = Math.ceil(this.#timeoutsMs.total / 60_000);
    const message = `${showUrl(url)} was not there after ${minutes} min. Retry: what has arrived is kept and continued.`;
    return passingError("media-unreachable", message, cause);
  }
}

/** What an answer to a request for the rest of a file is. */
function continuationOf(
  { response }: MediaReply,
  partial: Resumable,
): "continues" | "complete" | "from the start" | "unusable" {
  const range = contentRangeOf(response);
  if (response.statusCode === 206) return range?.start === partial.doneBytes ? "continues" : "unusable";
  if (response.statusCode === 416) return range?.totalBytes === partial.doneBytes ? "complete" : "unusable";
  return "from the start";
}

/** @throws StageError `media-empty`, `media-unreachable` */
function checkComplete(doneBytes: number, totalBytes: number | undefined, url: URL): void {
  if (doneBytes === 0) {
    throw lastingError("media-empty", `${showUrl(url)} is an empty file. Check the recording where it comes from.`);
  }
  if (totalBytes !== undefined && doneBytes !== totalBytes) {
    const message = `${showUrl(url)} ended after ${doneBytes} of ${totalBytes} bytes. Retry: what has arrived is kept.`;
    throw passingError("media-unreachable", message);
  }
}
