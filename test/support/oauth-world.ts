import { createOAuthServer } from "../../src/engine/access/create-oauth-server.ts";
import { identifyToken } from "../../src/engine/access/identify-token.ts";
import type { OAuthAppRecord } from "../../src/engine/access/oauth-store.ts";
import type { OAuthServer } from "../../src/gong-api/oauth.ts";
import type { AccessControl, Principal } from "../../src/gong-api/principal.ts";
import { hashSecret } from "../../src/lib/secret-hash.ts";
import { openAccessParts, type SqliteAccessParts } from "../contracts/access-parts.ts";

export const APP_SECRET = "0123456789abcdef";
export const REDIRECT_URI = "https://app.example.com/callback?from=gong";
export const APP_SCOPES = ["api:calls:read:basic", "api:users:read"];

export const app: OAuthAppRecord = {
  clientId: "app1",
  secretHash: hashSecret(APP_SECRET),
  name: "An <App>",
  redirectUris: [REDIRECT_URI, "com.example.app:/callback"],
  scopes: APP_SCOPES,
  createdMs: 0,
};
export const client = { clientId: "app1", clientSecret: APP_SECRET };
export const operator: Principal = { kind: "key", id: "OPERATOR", scopes: "all" };

export interface OAuthWorld extends AsyncDisposable {
  readonly parts: SqliteAccessParts;
  readonly server: OAuthServer;
  readonly clock: { nowMs: number };
  readonly identifyToken: AccessControl["identifyToken"];
  /** A code for everything that the app may have. */
  allow(request?: Partial<Parameters<OAuthServer["ask"]>[0]>): Promise<string>;
}

/** What a right app asks for. */
export const rightRequest = { clientId: "app1", redirectUri: REDIRECT_URI, responseType: "code", state: "s t&1" };

/** An OAuth server that knows one app. Secrets are `secret1`, `secret2`, … */
export async function openOAuthWorld(): Promise<OAuthWorld> {
  const parts = await openAccessParts();
  const clock = { nowMs: 1_000_000 };
  let secrets = 0;
  const server = createOAuthServer({
    database: parts.database,
    oauth: parts.oauth,
    clock: () => clock.nowMs,
    makeSecret: () => `secret${(secrets += 1)}`,
    ticketSecret: async () => "ticket secret",
  });
  await parts.database.transact(async (transaction) => {
    await parts.oauth.addApp(app, transaction);
    await parts.oauth.addApp({ ...app, clientId: "app2", name: "Other", scopes: "all" }, transaction);
  });
  return {
    parts,
    server,
    clock,
    identifyToken: async (token) => identifyToken(await parts.oauth.findAccessToken(hashSecret(token)), clock.nowMs),
    allow: async (changes = {}) => {
      const request = { ...rightRequest, ...changes };
      const asked = await server.ask(request, operator);
      if ("redirectTo" in asked) throw new Error(`The app was sent back: ${asked.redirectTo}`);
      const decided = await server.decide(request, { isAllowed: true, ticket: asked.ticket }, operator);
      return new URL(decided.redirectTo).searchParams.get("code") ?? "";
    },
    [Symbol.asyncDispose]: () => parts[Symbol.asyncDispose](),
  };
}
