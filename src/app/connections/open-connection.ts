import { setTimeout as delay } from "node:timers/promises";
import { accessKeyCredentials, type Credentials } from "../../client/credentials.ts";
import { createGongClient } from "../../client/gong-client.ts";
import { type RequestBudget, requestBudget } from "../../client/request-budget.ts";
import type { Sleep } from "../../client/send.ts";
import type { AddedCalls } from "../../client/added-calls.ts";
import type { GongApi } from "../../gong-api/gong-api.ts";
import { rotatingTokens } from "../../tenants/rotating-tokens.ts";
import { httpSend } from "./http-send.ts";
import type { KnownConnection, Tenants } from "./tenants.ts";

/** A connection in use. */
export interface OpenConnection {
  readonly known: KnownConnection;
  /** Within the company's limits, with safe retries. */
  readonly api: GongApi;
  readonly budget: RequestBudget;
  readonly credentials: Credentials;
  readonly addedCalls: AddedCalls;
}

export interface OpenConnectionOptions {
  /** Ends every request. */
  readonly signal?: AbortSignal | undefined;
  /** Longer pauses than this, which a limit may ask for, end what is being done with a RemoteError. Two minutes by default. */
  readonly maxWaitMs?: number | undefined;
}

const MAX_WAIT_MS = 120_000;

/** Opens a named connection. @throws NotFoundError */
export async function openConnection(
  tenants: Tenants,
  name: string,
  options: OpenConnectionOptions = {},
): Promise<OpenConnection> {
  return useConnection(tenants, await tenants.require(name), options);
}

/** The same for one that need not be kept yet. */
export async function useConnection(
  tenants: Tenants,
  known: KnownConnection,
  { signal, maxWaitMs = MAX_WAIT_MS }: OpenConnectionOptions = {},
): Promise<OpenConnection> {
  const ledger = await tenants.ledger();
  const company = companyOf(known);
  const clock = Date.now;
  const credentials = await credentialsOf(known, tenants);
  const budget = requestBudget({ ledger, company, limits: known.limits, clock, sleep, maxWaitMs });
  const parts = { baseUrl: known.baseUrl, send: httpSend, credentials, budget, clock, sleep, signal };
  const api = createGongClient({ ...parts, random: Math.random });
  return { known, api, budget, credentials, addedCalls: ledger.addedCalls(company) };
}

async function credentialsOf({ name, credentials }: KnownConnection, tenants: Tenants): Promise<Credentials> {
  if (credentials.kind === "oauth") return rotatingTokens({ store: await tenants.store(), name, clock: Date.now });
  return accessKeyCredentials(credentials.accessKey, credentials.accessKeySecret);
}

/**
 * Whose limits a connection spends. Gong: a tenant's own base URL is the company's; the general one is everybody's, and then the key or
 * the app is all there is to tell companies apart by.
 */
export function companyOf({ baseUrl, credentials }: Pick<KnownConnection, "baseUrl" | "credentials">): string {
  const { host } = new URL(baseUrl);
  if (host !== "api.gong.io") return baseUrl;
  return `${baseUrl} ${credentials.kind === "oauth" ? credentials.clientId : credentials.accessKey}`;
}

const sleep: Sleep = async (durationMs, signal) => {
  try {
    await delay(durationMs, undefined, signal && { signal });
  } catch (error) {
    signal?.throwIfAborted();
    throw error;
  }
};
