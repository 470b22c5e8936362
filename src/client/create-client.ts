import type { MediaData } from "../gong-api/call-data.ts";
import type { GongApi } from "../gong-api/gong-api.ts";
import { keepsSecrets } from "../lib/secret-transport.ts";
import { plainBaseUrl } from "./base-url.ts";
import { accessKeyCredentials, type Credentials } from "./credentials.ts";
import { type Fetch, fetchSend } from "./fetch-send.ts";
import { freshMedia } from "./fresh-media.ts";
import { createGongClient } from "./gong-client.ts";
import { memoryRequestLedger } from "./memory-request-ledger.ts";
import { callsListed, detailedCallsListed, itemsOf, transcriptsListed, usersListed } from "./pages-of.ts";
import { requestBudget } from "./request-budget.ts";
import { gongLimits, type RequestLimits } from "./request-ledger.ts";
import type { Sleep } from "./send.ts";

export type ClientCredentials =
  | { readonly accessKey: string; readonly accessKeySecret: string }
  /** Of OAuth: asked for with each request, so that it may change. */
  | { readonly accessToken: () => string | Promise<string> };

export interface ClientOptions {
  /** The tenant's own, or a Tamtam server's: `https://us-12345.api.gong.io`. `https://api.gong.io` where it is left out. */
  readonly baseUrl?: string | undefined;
  readonly credentials: ClientCredentials;
  /** Gong's own, 3 a second and 10,000 in 24 hours, where they are left out; this client alone is counted. */
  readonly limits?: RequestLimits | undefined;
  /** Pauses that a limit asks for and that are longer end the operation with a RemoteError. Two minutes by default. */
  readonly maxWaitMs?: number | undefined;
  /** How long the server may be silent. A minute by default, five for a recording that was sent. */
  readonly timeoutMs?: number | undefined;
  /** Ends everything. */
  readonly signal?: AbortSignal | undefined;
  readonly fetch?: Fetch | undefined;
  /** Credentials go over plain http to other machines too. */
  readonly isInsecure?: boolean | undefined;
}

/** `fetch` cannot give GET a body, which `getCrmObjects` needs. */
export type ClientApi = Omit<GongApi, "getCrmObjects">;

type Request<Id extends keyof GongApi> = Parameters<GongApi[Id]>[0];

/** Gong's cloud, or a Tamtam server. */
export interface Client {
  /** Gong's operations under their own names, one request each. */
  readonly api: ClientApi;
  /** All that a list has, page after page as they are read, each item once. */
  readonly calls: (request?: Request<"listCalls">) => AsyncIterable<Item<"listCalls", "calls">>;
  readonly detailedCalls: (
    request: Request<"listCallsExtensive">,
  ) => AsyncIterable<Item<"listCallsExtensive", "calls">>;
  readonly transcripts: (
    request: Request<"getCallTranscripts">,
  ) => AsyncIterable<Item<"getCallTranscripts", "callTranscripts">>;
  readonly users: (request?: Request<"listUsers">) => AsyncIterable<Item<"listUsers", "users">>;
  /** Links to a call's recording that work now: asked for again when their 8 hours are nearly over. */
  readonly mediaOf: (callId: string) => Promise<MediaData | undefined>;
}

type Item<Id extends keyof GongApi, Member extends keyof Awaited<ReturnType<GongApi[Id]>>> = Awaited<
  ReturnType<GongApi[Id]>
>[Member] extends readonly (infer One)[]
  ? One
  : never;

const MAX_WAIT_MS = 120_000;

/** @throws TypeError for a base URL that cannot be used */
export function createClient(options: ClientOptions): Client {
  const { limits = gongLimits, maxWaitMs = MAX_WAIT_MS, timeoutMs, signal } = options;
  const baseUrl = readBaseUrl(options.baseUrl ?? "https://api.gong.io", options.isInsecure === true);
  const clock = Date.now;
  const ledger = memoryRequestLedger(clock);
  const budget = requestBudget({ ledger, company: baseUrl, limits, clock, sleep, maxWaitMs });
  const send = fetchSend(options.fetch ?? globalThis.fetch);
  const credentials = credentialsOf(options.credentials);
  const parts = { baseUrl, send, credentials, budget, clock, sleep, random: Math.random, timeoutMs, signal };
  const { getCrmObjects: _, ...api } = createGongClient(parts);
  return {
    api,
    calls: (request = {}) => itemsOf(api.listCalls, request, callsListed),
    detailedCalls: (request) => itemsOf(api.listCallsExtensive, request, detailedCallsListed),
    transcripts: (request) => itemsOf(api.getCallTranscripts, request, transcriptsListed),
    users: (request = {}) => itemsOf(api.listUsers, request, usersListed),
    mediaOf: freshMedia(api, clock),
  };
}

function credentialsOf(given: ClientCredentials): Credentials {
  if ("accessKey" in given) return accessKeyCredentials(given.accessKey, given.accessKeySecret);
  return { authorization: async () => `Bearer ${await given.accessToken()}` };
}

function readBaseUrl(text: string, isInsecure: boolean): string {
  const url = new URL(text);
  if (!isInsecure && !keepsSecrets(url)) {
    throw new TypeError(
      `baseUrl is plain http, over which everybody on the way can read the credentials; got "${text}".`,
    );
  }
  return plainBaseUrl(url);
}

const sleep: Sleep = (durationMs, signal) =>
  new Promise((resolve, reject) => {
    const abort = () => {
      clearTimeout(timer);
      reject(signal?.reason as Error); // whatever it was aborted with
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", abort);
      resolve();
    }, durationMs);
    if (signal?.aborted) abort();
    else signal?.addEventListener("abort", abort, { once: true });
  });
