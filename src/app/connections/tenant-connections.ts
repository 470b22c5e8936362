import { ConflictError, InvalidInputError } from "../../calls/errors.ts";
import {
  checkConnection,
  type CheckedApi,
  type ConnectionCheck,
  type TriedScopes,
  tryScopes,
} from "../../client/check-connection.ts";
import { abilitiesOf, gongNeeds, syncNeeds } from "../../client/connection-abilities.ts";
import { isTamtamServer } from "../../client/tamtam-actions.ts";
import { actions } from "../../connection/actions.ts";
import { scopes as allScopes } from "../../gong-api/scopes.ts";
import { keepsSecrets } from "../../lib/secret-transport.ts";
import type {
  ConnectedTenant,
  ConnectionFacts,
  ConnectWish,
  TenantConnections,
} from "../../surfaces/cli/host/tenant-connections.ts";
import type { StoredConnection, StoredCredentials } from "../../tenants/stored-connection.ts";
import { httpSend } from "./http-send.ts";
import { authorizeInBrowser } from "./oauth-login.ts";
import type { OpenMirrors } from "../mirrors/mirrors.ts";
import { openConnection, useConnection } from "./open-connection.ts";
import { embeddedNames, type KnownConnection, limitsOf, readBaseUrl, type Tenants } from "./tenants.ts";

const GONG_API = "https://api.gong.io";
const GONG_APP = "https://app.gong.io";
const NAME = /^[a-z][a-z0-9-]{0,62}$/;

/** What `tamtam connect` and `tamtam connections` do. */
export function tenantConnections(
  tenants: Tenants,
  mirrors: Pick<OpenMirrors, "requireIdle" | "rename" | "remove">,
): TenantConnections {
  return {
    names: async () => (await tenants.list()).map(({ name }) => name),
    require: async (name) => {
      if (!embeddedNames.includes(name.toLowerCase())) await tenants.require(name);
    },
    list: async () => (await tenants.list()).map(factsOf),
    connect: (wish, signal) => connect(wish, signal, tenants),
    test: async (name) => {
      const { known, api, budget } = await openConnection(tenants, name);
      const examined = await examine(known, api);
      return { ...factsOf(known), ...examined, requestsToday: await budget.countDay() };
    },
    rename: async (name, newName) => {
      const known = await ownConnection(name, tenants);
      const checkedName = checkName(newName);
      // First of all, so that the connection and its mirror go together or not at all.
      await mirrors.requireIdle(known.name);
      await (await tenants.store()).rename(known.name, checkedName);
      await mirrors.rename(known.name, checkedName);
    },
    remove: async (name) => {
      const known = await ownConnection(name, tenants);
      await mirrors.requireIdle(known.name);
      (await tenants.store()).remove(known.name);
      await mirrors.remove(known.name);
    },
  };
}

async function ownConnection(name: string, tenants: Tenants): Promise<KnownConnection> {
  const known = await tenants.require(name);
  if (!known.isFromSettings) return known;
  throw new ConflictError(
    `The connection "${known.name}" is made by the settings TAMTAM_CONNECTION_…; change it there.`,
  );
}

async function connect(wish: ConnectWish, signal: AbortSignal, tenants: Tenants): Promise<ConnectedTenant> {
  const name = checkName(wish.name);
  const earlier = await tenants.find(name);
  if (earlier) await ownConnection(name, tenants);
  const givenUrl = wish.baseUrl === undefined ? undefined : readBaseUrl(wish.baseUrl);
  if (givenUrl !== undefined && wish.isInsecure !== true) refusePlainHttp(givenUrl);
  const { credentials, baseUrl = givenUrl ?? GONG_API } = await authenticate(wish, givenUrl, signal);
  if (wish.isInsecure !== true) refusePlainHttp(baseUrl);
  const kind = wish.kind ?? ((await isTamtam(baseUrl, signal)) ? "tamtam" : "gong");
  const limits = limitsOf(kind, wish.limits);
  const stored: StoredConnection = { name, kind, baseUrl, limits, credentials };
  // Tokens are spent by being used, so they are kept before they are tried; a key is tried first.
  if (credentials.kind === "oauth") (await tenants.store()).put(stored);
  const known = { ...stored, isFromSettings: false };
  const { api, budget } = await useConnection(tenants, known, { signal });
  const examined = await examine(known, api);
  if (credentials.kind === "access-key") (await tenants.store()).put(stored);
  return { ...factsOf(known), ...examined, requestsToday: await budget.countDay() };
}

/** Over plain HTTP everybody on the way reads the secrets, except on this machine. */
function refusePlainHttp(baseUrl: string): void {
  const url = new URL(baseUrl);
  if (keepsSecrets(url)) return;
  const message = `is plain http, over which everybody on the way to ${url.host} can read the key; use https, or say --insecure`;
  throw new InvalidInputError([{ parameter: "--base-url", message }]);
}

function checkName(given: string): string {
  const name = given.replace(/^\//, "").toLowerCase();
  if (NAME.test(name) && !embeddedNames.includes(name)) return name;
  const message = embeddedNames.includes(name)
    ? "is the name of the library on this machine; take another"
    : `must be a name of letters, digits and dashes that starts with a letter; got "${given}"`;
  throw new InvalidInputError([{ parameter: "name", message }]);
}

interface Authenticated {
  readonly credentials: StoredCredentials;
  /** Where it is said with the tokens. */
  readonly baseUrl?: string | undefined;
}

async function authenticate(
  wish: ConnectWish,
  baseUrl: string | undefined,
  signal: AbortSignal,
): Promise<Authenticated> {
  const { credentials } = wish;
  if (credentials.kind === "access-key") return { credentials };
  const isGong = baseUrl === undefined || new URL(baseUrl).hostname.endsWith(".gong.io");
  const app = { clientId: credentials.clientId, clientSecret: credentials.clientSecret };
  const { tokens, tokenUrl } = await authorizeInBrowser({
    app,
    authorizationBaseUrl: isGong ? GONG_APP : baseUrl,
    scopes: credentials.scopes,
    port: credentials.port,
    showUrl: credentials.showUrl,
    signal,
  });
  const { accessToken, refreshToken, expiresInSeconds, scopes } = tokens;
  const expiresMs = Date.now() + expiresInSeconds * 1000;
  const grant = { kind: "oauth", tokenUrl, ...app, accessToken, refreshToken, expiresMs, scopes } as const;
  return { credentials: grant, baseUrl: tokens.baseUrl === undefined ? undefined : readBaseUrl(tokens.baseUrl) };
}

async function isTamtam(baseUrl: string, signal: AbortSignal): Promise<boolean> {
  if (new URL(baseUrl).hostname.endsWith(".gong.io")) return false;
  return isTamtamServer({ baseUrl, send: httpSend, signal });
}

function factsOf({ name, kind, baseUrl, limits, credentials, isFromSettings }: KnownConnection): ConnectionFacts {
  return { name, kind, baseUrl, limits, credentials: credentials.kind, isFromSettings };
}

/** An app was granted some scopes; of a key they show by trying them. */
async function examine(
  { kind, credentials }: KnownConnection,
  api: CheckedApi,
): Promise<Pick<ConnectedTenant, keyof ConnectionCheck | "scopes" | "abilities">> {
  const check = await checkConnection(api, Date.now());
  const isApp = credentials.kind === "oauth";
  const tried = isApp ? grantedTo(credentials.scopes) : await tryScopes(api, Date.now());
  // Another Tamtam server runs the actions itself, and asks for what each says it needs.
  const ofActions = kind === "gong" ? gongNeeds : actions.map(({ name, scopes: needs }) => ({ does: name, needs }));
  const abilities = abilitiesOf([...ofActions, syncNeeds], tried);
  return { ...check, scopes: isApp ? credentials.scopes : null, abilities };
}

function grantedTo(granted: readonly string[]): TriedScopes {
  return { granted: new Set(granted), missing: new Set(allScopes.filter((scope) => !granted.includes(scope))) };
}
