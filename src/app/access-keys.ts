import { randomBytes } from "node:crypto";
import type { AccessKeyRecord } from "../engine/access/access-key-store.ts";
import { type AccessKeyWish, draftAccessKey } from "../engine/access/draft-access-key.ts";
import { hashSecret } from "../lib/secret-hash.ts";
import type { AccessKeyFacts, AccessKeys, AccessKeyWithSecret } from "../surfaces/cli/host/access.ts";
import { noteOperatorChange } from "./audit-trail.ts";
import type { Records } from "./open-records.ts";

/** Gong: access keys look like 32 capital letters and digits. */
const KEY_BYTES = 16;
const SECRET_BYTES = 32;

export function accessKeys(openRecords: () => Promise<Records>): AccessKeys {
  return {
    create: async (wish) => createAccessKey(openRecords, wish),
    list: async () => (await (await openRecords()).accessKeys.list()).map(withoutHash),
    revoke: async (accessKey) => {
      const records = await openRecords();
      await records.database.transact((transaction) => records.accessKeys.revoke(accessKey, Date.now(), transaction));
      noteOperatorChange(records.auditLog, "revoke-access-key", { subjectId: accessKey });
    },
  };
}

function withoutHash(key: AccessKeyRecord): AccessKeyFacts {
  const { accessKey, name, scopes, createdMs, expiresMs, revokedMs, trustedNetworks, actingUserId } = key;
  const bounds = { trustedIps: trustedNetworks, userId: actingUserId };
  return { accessKey, name, scopes, createdMs, expiresMs, revokedMs, ...bounds };
}

async function createAccessKey(openRecords: () => Promise<Records>, wish: AccessKeyWish): Promise<AccessKeyWithSecret> {
  const nowMs = Date.now();
  const draft = draftAccessKey(wish, nowMs);
  const records = await openRecords();
  const accessKey = randomBytes(KEY_BYTES).toString("hex").toUpperCase();
  const accessKeySecret = randomBytes(SECRET_BYTES).toString("base64url");
  const record = { ...draft, accessKey, secretHash: hashSecret(accessKeySecret), createdMs: nowMs };
  await records.database.transact((transaction) => records.accessKeys.add(record, transaction));
  noteOperatorChange(records.auditLog, "create-access-key", { subjectId: accessKey });
  return { accessKey, accessKeySecret };
}

/** Makes the first key, unless one was made before or the operator brings one. */
export async function ensureAccessKey(
  records: Records,
  configuredKey: string | undefined,
): Promise<AccessKeyWithSecret | undefined> {
  if (configuredKey !== undefined) return undefined;
  const keys = await records.accessKeys.list();
  if (keys.some((key) => key.revokedMs === undefined)) return undefined;
  return createAccessKey(async () => records, { name: "first key" });
}
