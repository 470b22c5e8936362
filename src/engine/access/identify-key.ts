import type { GrantedScopes, Identification, Principal } from "../../gong-api/principal.ts";
import { hashSecret, isSameDigest } from "../../lib/secret-hash.ts";
import type { AccessKeyRecord } from "./access-key-store.ts";
import { isWithinNetworks } from "./trusted-networks.ts";

/** What a key was presented with. */
export interface PresentedKey {
  readonly accessKeySecret: string;
  readonly address: string | undefined;
}

/** As long as a digest, and nobody's. */
const NO_DIGEST = hashSecret("");

/** What is wrong with a key is told only to who has its secret. As much is done for a key that is not there. */
export function identifyKey(
  record: AccessKeyRecord | undefined,
  { accessKeySecret, address }: PresentedKey,
  nowMs: number,
): Identification {
  const hasSecret = isSameDigest(hashSecret(accessKeySecret), record?.secretHash ?? NO_DIGEST);
  if (record === undefined || !hasSecret) return { refusal: "unknown" };
  if (record.revokedMs !== undefined) return { refusal: "revoked" };
  if (record.expiresMs !== undefined && record.expiresMs <= nowMs) return { refusal: "expired" };
  if (!isTrusted(record, address)) return { refusal: "untrusted-address" };
  return { principal: principalOf(record) };
}

function isTrusted({ trustedNetworks }: AccessKeyRecord, address: string | undefined): boolean {
  if (trustedNetworks.length === 0) return true;
  return address !== undefined && isWithinNetworks(address, trustedNetworks);
}

function principalOf({ accessKey, scopes, actingUserId }: AccessKeyRecord): Principal {
  const granted: GrantedScopes = scopes === "all" ? "all" : new Set(scopes);
  return { kind: "key", id: accessKey, scopes: granted, actingUserId };
}
