import { expect, test } from "vitest";
import type { OAuthStore } from "../../src/engine/access/oauth-store.ts";
import { openAccessParts } from "./access-parts.ts";
import { failedCases, override } from "./contract-cases.ts";
import { describeOAuthStoreContract, oauthStoreCases } from "./oauth-store.contract.ts";

describeOAuthStoreContract("SqliteOAuthStore", openAccessParts);

const breakages: [string, (oauth: OAuthStore) => Partial<OAuthStore>][] = [
  ["lets codes be used again", () => ({ useCode: async () => {} })],
  ["lets refresh tokens be used again", () => ({ useRefreshToken: async () => {} })],
  ["revokes no grants", () => ({ revokeGrant: async () => {} })],
  ["forgets nothing", () => ({ forgetEnded: async () => {} })],
  [
    "does not look at revocations",
    (oauth) => ({
      findAccessToken: async (hash) => {
        const token = await oauth.findAccessToken(hash);
        return token && { ...token, revokedMs: undefined };
      },
    }),
  ],
];

test.each(breakages)("the contract notices a store that %s", async (_, breakIt) => {
  const failed = await failedCases(oauthStoreCases, async () => {
    const parts = await openAccessParts();
    return {
      database: parts.database,
      oauth: override<OAuthStore>(parts.oauth, breakIt(parts.oauth)),
      [Symbol.asyncDispose]: () => parts[Symbol.asyncDispose](),
    };
  });
  expect(failed.length).toBeGreaterThan(0);
  expect(failed.length).toBeLessThan(oauthStoreCases.length);
});
