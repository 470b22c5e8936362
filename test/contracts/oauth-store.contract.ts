import { expect } from "vitest";
import { ConflictError, NotFoundError } from "../../src/calls/errors.ts";
import type { OAuthAppRecord, OAuthCode, OAuthGrant, OAuthStore } from "../../src/engine/access/oauth-store.ts";
import type { Database, Transaction } from "../../src/engine/database/transaction.ts";
import { type ContractCase, describeCases, type OpenParts } from "./contract-cases.ts";

export interface OAuthStoreParts extends AsyncDisposable {
  readonly database: Database;
  readonly oauth: OAuthStore;
}

export function describeOAuthStoreContract(name: string, open: OpenParts<OAuthStoreParts>): void {
  describeCases(`${name} keeps apps, codes and tokens`, oauthStoreCases, open);
}

const n8n: OAuthAppRecord = {
  clientId: "b",
  secretHash: "hash-b",
  name: "n8n",
  redirectUris: ["https://n8n.example.com/callback", "http://localhost:5678/callback"],
  scopes: ["api:users:read"],
  createdMs: 1,
};
const zapier: OAuthAppRecord = { ...n8n, clientId: "a", name: "Zapier", scopes: "all", createdMs: 2 };
const grant: OAuthGrant = { clientId: "b", scopes: ["api:users:read"], allowedBy: "KEY", createdMs: 10 };
const code: OAuthCode = {
  codeHash: "code-1",
  redirectUri: "https://n8n.example.com/callback",
  challenge: "challenge",
  expiresMs: 600,
};
const tokens = { accessTokenHash: "at-1", scopes: ["api:users:read"], expiresMs: 1000, refreshTokenHash: "rt-1" };

function within<T>({ database, oauth }: OAuthStoreParts, work: (oauth: OAuthStore, t: Transaction) => Promise<T>) {
  return database.transact((transaction) => work(oauth, transaction));
}

/** An app that was granted something, its code, and the tokens for it. */
async function connect(parts: OAuthStoreParts): Promise<number> {
  return within(parts, async (oauth, t) => {
    await oauth.addApp(n8n, t);
    await oauth.addGrant(grant, code, t);
    const known = await oauth.findCode("code-1", t);
    const grantId = known?.grant.grantId ?? -1;
    await oauth.addTokens(grantId, tokens, t);
    return grantId;
  });
}

export const oauthStoreCases: readonly ContractCase<OAuthStoreParts>[] = [
  {
    name: "gives apps back as they were added, oldest first",
    async check(parts) {
      await within(parts, async (oauth, t) => {
        await oauth.addApp(zapier, t);
        await oauth.addApp(n8n, t);
      });
      expect(await parts.oauth.listApps()).toEqual([n8n, zapier]);
      expect(await parts.oauth.findApp("a")).toEqual(zapier);
      expect(await parts.oauth.findApp("c")).toBeUndefined();
      const again = within(parts, (oauth, t) => oauth.addApp({ ...n8n, name: "other" }, t));
      await expect(again).rejects.toBeInstanceOf(ConflictError);
    },
  },
  {
    name: "gives a code back with its grant, and says once it was used",
    async check(parts) {
      const grantId = await connect(parts);
      const known = { ...code, grant: { ...grant, grantId } };
      expect(await within(parts, (oauth, t) => oauth.findCode("code-1", t))).toEqual(known);
      await within(parts, (oauth, t) => oauth.useCode("code-1", 50, t));
      expect(await within(parts, (oauth, t) => oauth.findCode("code-1", t))).toEqual({ ...known, usedMs: 50 });
      expect(await within(parts, (oauth, t) => oauth.findCode("code-2", t))).toBeUndefined();
    },
  },
  {
    name: "gives tokens back with what they are good for",
    async check(parts) {
      const grantId = await connect(parts);
      expect(await parts.oauth.findAccessToken("at-1")).toEqual({
        clientId: "b",
        scopes: ["api:users:read"],
        expiresMs: 1000,
      });
      expect(await parts.oauth.findAccessToken("rt-1")).toBeUndefined();
      const find = () => within(parts, (oauth, t) => oauth.findRefreshToken("rt-1", t));
      expect(await find()).toEqual({ grant: { ...grant, grantId } });
      await within(parts, (oauth, t) => oauth.useRefreshToken("rt-1", 70, t));
      expect(await find()).toEqual({ grant: { ...grant, grantId }, usedMs: 70 });
    },
  },
  {
    name: "ends all that came of a grant with the grant, and nothing else",
    async check(parts) {
      const grantId = await connect(parts);
      await within(parts, async (oauth, t) => {
        await oauth.addGrant(grant, { ...code, codeHash: "code-2" }, t);
        const second = await oauth.findCode("code-2", t);
        const other = { ...tokens, accessTokenHash: "at-2", refreshTokenHash: "rt-2" };
        await oauth.addTokens(second?.grant.grantId ?? -1, other, t);
        await oauth.revokeGrant(grantId, 80, t);
        await oauth.revokeGrant(grantId, 90, t);
        expect((await oauth.findCode("code-1", t))?.grant.revokedMs).toBe(80);
        expect((await oauth.findRefreshToken("rt-1", t))?.grant.revokedMs).toBe(80);
        expect((await oauth.findRefreshToken("rt-2", t))?.grant.revokedMs).toBeUndefined();
      });
      expect((await parts.oauth.findAccessToken("at-1"))?.revokedMs).toBe(80);
      expect((await parts.oauth.findAccessToken("at-2"))?.revokedMs).toBeUndefined();
    },
  },
  {
    name: "ends all that an app was granted with the app",
    async check(parts) {
      await connect(parts);
      await within(parts, async (oauth, t) => {
        await oauth.revokeApp("b", 80, t);
        await oauth.revokeApp("b", 90, t);
        expect((await oauth.findRefreshToken("rt-1", t))?.grant.revokedMs).toBe(80);
      });
      expect(await parts.oauth.findApp("b")).toEqual({ ...n8n, revokedMs: 80 });
      expect((await parts.oauth.findAccessToken("at-1"))?.revokedMs).toBe(80);
      const unknown = within(parts, (oauth, t) => oauth.revokeApp("c", 80, t));
      await expect(unknown).rejects.toBeInstanceOf(NotFoundError);
    },
  },
  {
    name: "forgets access tokens that have ended and grants that nobody took, not refresh tokens",
    async check(parts) {
      await connect(parts);
      await within(parts, async (oauth, t) => {
        await oauth.useCode("code-1", 50, t);
        await oauth.addGrant(grant, { ...code, codeHash: "code-2" }, t);
        await oauth.forgetEnded(1001, t);
        expect(await oauth.findCode("code-1", t)).toBeDefined();
        expect(await oauth.findCode("code-2", t)).toBeUndefined();
        expect(await oauth.findRefreshToken("rt-1", t)).toBeDefined();
      });
      expect(await parts.oauth.findAccessToken("at-1")).toBeUndefined();
    },
  },
  {
    name: "takes back everything of a transaction that fails",
    async check(parts) {
      await connect(parts);
      const failing = within(parts, async (oauth, t) => {
        await oauth.useRefreshToken("rt-1", 70, t);
        throw new Error("the disk is full");
      });
      await expect(failing).rejects.toThrow("the disk is full");
      const token = await within(parts, (oauth, t) => oauth.findRefreshToken("rt-1", t));
      expect(token?.usedMs).toBeUndefined();
    },
  },
];
