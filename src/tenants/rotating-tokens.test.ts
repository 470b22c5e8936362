import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Tokens } from "../client/oauth.ts";
import { rotatingTokens } from "./rotating-tokens.ts";
import { SqliteConnectionStore } from "./sqlite-connection-store.ts";
import type { OAuthGrant, StoredConnection } from "./stored-connection.ts";

const NOW_MS = Date.UTC(2025, 5, 30);
let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "tamtam-tokens-"));
  file = path.join(folder, "connections.db");
});
afterEach(() => rm(folder, { recursive: true, force: true }));

function grant(changes: Partial<OAuthGrant> = {}): StoredConnection {
  return {
    name: "acme",
    kind: "gong",
    baseUrl: "https://us-1.api.gong.io",
    limits: {},
    credentials: {
      kind: "oauth",
      tokenUrl: "https://app.gong.io/oauth2/generate-customer-token",
      clientId: "app",
      clientSecret: "secret",
      accessToken: "access0",
      refreshToken: "refresh0",
      expiresMs: NOW_MS + 86_400_000,
      scopes: ["api:users:read"],
      ...changes,
    },
  };
}

const newTokens: Tokens = {
  accessToken: "access9",
  refreshToken: "refresh9",
  expiresInSeconds: 86_400,
  scopes: [],
  baseUrl: undefined,
};

/** Tokens of an app that counts how often it was asked. */
function tokensOf(store: SqliteConnectionStore) {
  const spent: string[] = [];
  const refresh = async (_url: string, _app: object, refreshToken: string) => {
    spent.push(refreshToken);
    const number = spent.length;
    return {
      accessToken: `access${number}`,
      refreshToken: `refresh${number}`,
      expiresInSeconds: 86_400,
      scopes: [],
      baseUrl: undefined,
    };
  };
  return { credentials: rotatingTokens({ store, name: "acme", clock: () => NOW_MS, refresh }), spent };
}

test("a token that is good is used as it is", async () => {
  using store = new SqliteConnectionStore(file, () => NOW_MS);
  store.put(grant());
  const { credentials, spent } = tokensOf(store);
  expect(await credentials.authorization()).toBe("Bearer access0");
  expect(spent).toEqual([]);
});

test("one that is about to end is changed once, and the new refresh token is kept", async () => {
  using store = new SqliteConnectionStore(file, () => NOW_MS);
  store.put(grant({ expiresMs: NOW_MS + 1000 }));
  const { credentials, spent } = tokensOf(store);
  const all = await Promise.all(Array.from({ length: 10 }, () => credentials.authorization()));
  expect(new Set(all)).toEqual(new Set(["Bearer access1"]));
  expect(spent).toEqual(["refresh0"]);
  expect(store.find("acme")?.credentials).toMatchObject({ refreshToken: "refresh1", scopes: ["api:users:read"] });
});

test("one that is refused is changed, unless that happened meanwhile", async () => {
  using store = new SqliteConnectionStore(file, () => NOW_MS);
  store.put(grant());
  const { credentials, spent } = tokensOf(store);
  expect(await credentials.renew?.("Bearer access0")).toBe(true);
  expect(await credentials.renew?.("Bearer access0")).toBe(true);
  expect(spent).toEqual(["refresh0"]);
});

test("a token is changed in the last minute of its time, not before", async () => {
  using store = new SqliteConnectionStore(file, () => NOW_MS);
  store.put(grant({ expiresMs: NOW_MS + 60_001 }));
  const { credentials, spent } = tokensOf(store);
  expect(await credentials.authorization()).toBe("Bearer access0");
  store.put(grant({ expiresMs: NOW_MS + 60_000 }));
  expect(await credentials.authorization()).toBe("Bearer access1");
  expect(spent).toEqual(["refresh0"]);
  const kept = store.find("acme")?.credentials;
  expect(kept).toMatchObject({ expiresMs: NOW_MS + 86_400_000, clientSecret: "secret" });
});

test("a refused token is not worth another attempt where the new one is the same", async () => {
  using store = new SqliteConnectionStore(file, () => NOW_MS);
  store.put(grant());
  const same: Tokens = { ...newTokens, accessToken: "access0" };
  const credentials = rotatingTokens({ store, name: "acme", clock: () => NOW_MS, refresh: async () => same });
  expect(await credentials.renew?.("Bearer access0")).toBe(false);
});

test("scopes are those that the new tokens come with, where they say so", async () => {
  using store = new SqliteConnectionStore(file, () => NOW_MS);
  store.put(grant());
  const fewer: Tokens = { ...newTokens, scopes: ["api:calls:read:basic"] };
  const credentials = rotatingTokens({ store, name: "acme", clock: () => NOW_MS, refresh: async () => fewer });
  await credentials.renew?.("Bearer access0");
  expect(store.find("acme")?.credentials).toMatchObject({ scopes: ["api:calls:read:basic"] });
});

test("a connection that is gone, or has an access key now, says how tokens are had", async () => {
  using store = new SqliteConnectionStore(file, () => NOW_MS);
  const { credentials } = tokensOf(store);
  await expect(credentials.authorization()).rejects.toMatchObject({ code: "remote-key" });
  store.put({ ...grant(), credentials: { kind: "access-key", accessKey: "KEY", accessKeySecret: "s" } });
  await expect(credentials.authorization()).rejects.toThrow('"tamtam connect" makes it anew');
});

describe("while the tokens are being changed", () => {
  /** Of a connection; the other side answers when it is told to. */
  function changing(store: SqliteConnectionStore) {
    const answer = Promise.withResolvers<Tokens>();
    const asked = Promise.withResolvers<void>();
    const refresh = () => (asked.resolve(), answer.promise);
    const credentials = rotatingTokens({ store, name: "acme", clock: () => NOW_MS, refresh });
    return { changed: credentials.renew?.("Bearer access0"), asked: asked.promise, answer: answer.resolve };
  }

  test("another process can rename the connection, and the new token goes along", async () => {
    using store = new SqliteConnectionStore(file, () => NOW_MS);
    using other = new SqliteConnectionStore(file, () => NOW_MS);
    store.put(grant());
    const { changed, asked, answer } = changing(store);
    await asked;
    const renamed = other.rename("acme", "acme-eu");
    answer(newTokens);
    await Promise.all([changed, renamed]);
    expect(other.find("acme-eu")?.credentials).toMatchObject({ accessToken: "access9", refreshToken: "refresh9" });
    expect(other.find("acme")).toBeUndefined();
  });

  test("a connection that is made anew keeps the tokens that it was made with", async () => {
    using store = new SqliteConnectionStore(file, () => NOW_MS);
    store.put(grant());
    const { changed, asked, answer } = changing(store);
    await asked;
    store.put(grant({ accessToken: "access5", refreshToken: "refresh5" }));
    answer(newTokens);
    expect(await changed).toBe(true);
    expect(store.find("acme")?.credentials).toMatchObject({ accessToken: "access5", refreshToken: "refresh5" });
  });
});

test("of two processes that find the token ended, one alone spends the refresh token", async () => {
  const spent: string[] = [];
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += String(chunk);
    const refreshToken = new URLSearchParams(body).get("refresh_token") ?? "";
    const isGood = refreshToken === `refresh${spent.length}`;
    spent.push(refreshToken);
    const tokens = {
      access_token: `access${spent.length}`,
      refresh_token: `refresh${spent.length}`,
      token_type: "Bearer",
      expires_in: 86_400,
    };
    response.writeHead(isGood ? 200 : 400, { "content-type": "application/json" });
    response.end(JSON.stringify(isGood ? tokens : { error: "invalid_grant" }));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo; // it listens on a port, not on a pipe
  {
    using store = new SqliteConnectionStore(file, Date.now);
    store.put(grant({ tokenUrl: `http://127.0.0.1:${port}/oauth2/generate-customer-token`, expiresMs: 0 }));
  }
  const program = fileURLToPath(new URL("../../test/contracts/token-process.ts", import.meta.url));
  const headers = await Promise.all(
    [1, 2, 3].map(async () => {
      const child = spawn(process.execPath, [program, file], { stdio: ["ignore", "pipe", "inherit"] });
      let printed = "";
      child.stdout.on("data", (text) => (printed += String(text)));
      expect(await once(child, "close")).toEqual([0, null]);
      return printed.trim();
    }),
  );
  expect(headers).toEqual(["Bearer access1", "Bearer access1", "Bearer access1"]);
  expect(spent).toEqual(["refresh0"]);
  server.close();
});

test("a process that died with the lock holds the others up for a minute at most", async () => {
  let nowMs = NOW_MS;
  using store = new SqliteConnectionStore(file, () => nowMs);
  const never = new Promise<void>(() => {});
  void store.exclusively("tokens", () => never);
  const second = store.exclusively("tokens", async () => "mine");
  nowMs += 60_001;
  expect(await second).toBe("mine");
});
