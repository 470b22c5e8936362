import { randomBytes } from "node:crypto";
import { type OAuthAppWish, draftOAuthApp } from "../engine/access/draft-oauth-app.ts";
import type { OAuthAppRecord } from "../engine/access/oauth-store.ts";
import { hashSecret } from "../lib/secret-hash.ts";
import type { OAuthAppFacts, OAuthApps, OAuthAppWithSecret } from "../surfaces/cli/host/access.ts";
import { noteOperatorChange } from "./audit-trail.ts";
import type { Records } from "./open-records.ts";

const CLIENT_ID_BYTES = 16;
const SECRET_BYTES = 32;

export function oauthApps(openRecords: () => Promise<Records>): OAuthApps {
  return {
    create: (wish) => createApp(openRecords, wish),
    list: async () => (await (await openRecords()).oauth.listApps()).map(withoutHash),
    revoke: async (clientId) => {
      const records = await openRecords();
      await records.database.transact((transaction) => records.oauth.revokeApp(clientId, Date.now(), transaction));
      noteOperatorChange(records.auditLog, "revoke-oauth-app", { subjectId: clientId });
    },
  };
}

function withoutHash({ clientId, name, redirectUris, scopes, createdMs, revokedMs }: OAuthAppRecord): OAuthAppFacts {
  return { clientId, name, redirectUris, scopes, createdMs, revokedMs };
}

async function createApp(openRecords: () => Promise<Records>, wish: OAuthAppWish): Promise<OAuthAppWithSecret> {
  const draft = draftOAuthApp(wish);
  const records = await openRecords();
  const clientId = randomBytes(CLIENT_ID_BYTES).toString("hex");
  const clientSecret = makeOAuthSecret();
  const app = { ...draft, clientId, secretHash: hashSecret(clientSecret), createdMs: Date.now() };
  await records.database.transact((transaction) => records.oauth.addApp(app, transaction));
  noteOperatorChange(records.auditLog, "create-oauth-app", { subjectId: clientId });
  return { clientId, clientSecret };
}

/** Of digits and letters alone: clients do not agree on how others are written in HTTP Basic. */
export function makeOAuthSecret(): string {
  return randomBytes(SECRET_BYTES).toString("hex");
}
