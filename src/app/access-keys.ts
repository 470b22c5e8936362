import { randomBytes } from "node:crypto";
import { hashSecret, isSameText } from "../lib/secret-hash.ts";
import type { AccessKeys, AccessKeyWithSecret } from "../surfaces/cli/host.ts";
import type { Records } from "./open-records.ts";

/** Gong: access keys look like 32 capital letters and digits. */
const KEY_BYTES = 20;
const SECRET_BYTES = 32;

export function accessKeys(openRecords: () => Promise<Records>): AccessKeys {
  return {
    create: async () => createAccessKey(await openRecords()),
    list: async () => (await openRecords()).accessKeys.list().then((keys) => keys.map(withoutHash)),
    revoke: async (accessKey) => {
      const records = await openRecords();
      await records.database.transact((transaction) => records.accessKeys.revoke(accessKey, Date.now(), transaction));
    },
  };
}

function withoutHash(key: { accessKey: string; createdMs: number; revokedMs?: number | undefined }) {
  return { accessKey: key.accessKey, createdMs: key.createdMs, revokedMs: key.revokedMs };
}

async function createAccessKey(records: Records): Promise<AccessKeyWithSecret> {
  const accessKey = randomBytes(KEY_BYTES).toString("hex").toUpperCase().slice(0, 32);
  const accessKeySecret = randomBytes(SECRET_BYTES).toString("base64url");
  const record = { accessKey, secretHash: hashSecret(accessKeySecret), createdMs: Date.now() };
  await records.database.transact((transaction) => records.accessKeys.add(record, transaction));
  return { accessKey, accessKeySecret };
}

/** Makes the first key, unless one was made before or the operator brings one. */
export async function ensureAccessKey(
  records: Records,
  configuredKey: string | undefined,
): Promise<AccessKeyWithSecret | undefined> {
  if (configuredKey !== undefined) return undefined;
  const keys = await records.accessKeys.list();
  return keys.some((key) => key.revokedMs === undefined) ? undefined : createAccessKey(records);
}

/** Checks a key against the operator's own and those that were made here. */
export function authenticator(
  records: Records,
  configured: { readonly accessKey: string; readonly accessKeySecret: string } | undefined,
): (accessKey: string, accessKeySecret: string) => Promise<boolean> {
  return async (accessKey, accessKeySecret) => {
    const isConfigured =
      configured !== undefined &&
      isSameText(accessKey, configured.accessKey) &&
      isSameText(accessKeySecret, configured.accessKeySecret);
    const key = await records.accessKeys.find(accessKey);
    const isMade = isSameText(hashSecret(accessKeySecret), key?.secretHash ?? "") && key?.revokedMs === undefined;
    return isConfigured || (key !== undefined && isMade);
  };
}
