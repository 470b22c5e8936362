import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { InvalidInputError, NotFoundError } from "../../calls/errors.ts";
import { plainBaseUrl } from "../../client/base-url.ts";
import { gongLimits } from "../../client/request-ledger.ts";
import type { Config } from "../../config/config.ts";
import type { Secrets } from "../../config/secrets.ts";
import { SqliteConnectionStore } from "../../tenants/sqlite-connection-store.ts";
import { SqliteRequestLedger } from "../../tenants/sqlite-request-ledger.ts";
import type { StoredConnection } from "../../tenants/stored-connection.ts";

/** The embedded engine's own names; the first is the placeholder of the spec's page. */
export const embeddedNames: readonly string[] = ["your-gong-connection", "embedded"];

/** A connection that can be opened: one of `tamtam connect`, or of the settings. */
export interface KnownConnection extends StoredConnection {
  readonly isFromSettings: boolean;
}

/** What this machine keeps about tenants, opened when it is first needed. */
export interface Tenants extends Disposable {
  list(): Promise<readonly KnownConnection[]>;
  /** Without a slash, in any case. */
  find(name: string): Promise<KnownConnection | undefined>;
  /** @throws NotFoundError that names those there are */
  require(name: string): Promise<KnownConnection>;
  store(): Promise<SqliteConnectionStore>;
  ledger(): Promise<SqliteRequestLedger>;
}

export function openTenants(config: Pick<Config, "dataDir" | "connections">, secrets: Secrets): Tenants {
  const storeFile = join(config.dataDir, "connections.db");
  let store: SqliteConnectionStore | undefined;
  let ledger: SqliteRequestLedger | undefined;
  const openStore = async () => {
    await mkdir(config.dataDir, { recursive: true });
    return (store ??= new SqliteConnectionStore(storeFile, Date.now));
  };
  const list = async () => {
    const stored = store === undefined && !existsSync(storeFile) ? [] : (await openStore()).list();
    const fromSettings = config.connections.map((connection) => describe(connection, secrets));
    const names = new Set(fromSettings.map(({ name }) => name));
    const others = stored.filter(({ name }) => !names.has(name)).map((one) => ({ ...one, isFromSettings: false }));
    return [...fromSettings, ...others].sort((a, b) => (a.name < b.name ? -1 : 1));
  };
  const find = async (name: string) => (await list()).find((known) => known.name === name.toLowerCase());
  return {
    list,
    find,
    require: async (name) => (await find(name)) ?? refuse(name, await list()),
    store: openStore,
    ledger: async () => {
      await mkdir(config.dataDir, { recursive: true });
      return (ledger ??= new SqliteRequestLedger(join(config.dataDir, "requests.db"), Date.now));
    },
    [Symbol.dispose]: () => {
      store?.[Symbol.dispose]();
      ledger?.[Symbol.dispose]();
    },
  };
}

function describe(configured: Config["connections"][number], secrets: Secrets): KnownConnection {
  const { name, accessKey, kind, limits } = configured;
  const accessKeySecret = secrets.connectionSecret(name) ?? "";
  return {
    name,
    kind,
    baseUrl: readBaseUrl(configured.baseUrl),
    limits: limitsOf(kind, limits),
    credentials: { kind: "access-key", accessKey, accessKeySecret },
    isFromSettings: true,
  };
}

/** Gong has limits, of which one may be given; another Tamtam server has those it was given, and says so when they are reached. */
export function limitsOf(
  kind: StoredConnection["kind"],
  given: StoredConnection["limits"] | undefined,
): StoredConnection["limits"] {
  const usual = kind === "gong" ? gongLimits : undefined;
  const [perSecond, perDay] = [given?.perSecond ?? usual?.perSecond, given?.perDay ?? usual?.perDay];
  return { ...(perSecond !== undefined && { perSecond }), ...(perDay !== undefined && { perDay }) };
}

/** As people paste it: with a slash at its end, or with `/v2`. @throws InvalidInputError */
export function readBaseUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.username !== "" || url.password !== "") {
    const message = `must be an http or https URL without a user name, such as https://us-12345.api.gong.io; got "${text}"`;
    throw new InvalidInputError([{ parameter: "--base-url", message }]);
  }
  return plainBaseUrl(url);
}

function refuse(name: string, known: readonly KnownConnection[]): never {
  const names = known.map((one) => one.name);
  const there = names.length === 0 ? "there is none yet" : `those there are: ${names.join(", ")}`;
  throw new NotFoundError(
    `There is no connection "${name}" (${there}). "tamtam connect ${name.toLowerCase()}" makes it; without a ` +
      "connection, commands go to the library on this machine.",
  );
}
