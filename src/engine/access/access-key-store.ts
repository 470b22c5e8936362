import type { UserId } from "../../calls/ids.ts";
import type { Transaction } from "../database/transaction.ts";

/** What is kept of an access key. The secret itself is not. */
export interface AccessKeyRecord {
  readonly accessKey: string;
  readonly secretHash: string;
  readonly createdMs: number;
  readonly revokedMs?: number | undefined;
  /** What people call it. */
  readonly name?: string | undefined;
  readonly scopes: "all" | readonly string[];
  readonly expiresMs?: number | undefined;
  /** Addresses and CIDR ranges it may be used from; any when empty. */
  readonly trustedNetworks: readonly string[];
  /** Sees what this user may see; absent: everything the company has. */
  readonly actingUserId?: UserId | undefined;
}

/** The keys that may use the HTTP server. */
export interface AccessKeyStore {
  /** @throws ConflictError when there is one of this name */
  add(key: AccessKeyRecord, transaction: Transaction): Promise<void>;
  /** Also a revoked one. */
  find(accessKey: string): Promise<AccessKeyRecord | undefined>;
  /** Oldest first, revoked ones too. */
  list(): Promise<readonly AccessKeyRecord[]>;
  /** A key that was revoked before keeps its time. @throws NotFoundError */
  revoke(accessKey: string, revokedMs: number, transaction: Transaction): Promise<void>;
}
