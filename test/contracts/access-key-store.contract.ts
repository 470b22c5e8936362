import { expect } from "vitest";
import { ConflictError, NotFoundError } from "../../src/calls/errors.ts";
import { asId, type UserId } from "../../src/calls/ids.ts";
import type { AccessKeyRecord, AccessKeyStore } from "../../src/engine/access/access-key-store.ts";
import type { Database } from "../../src/engine/database/transaction.ts";
import { type ContractCase, describeCases, type OpenParts } from "./contract-cases.ts";

export interface AccessKeyStoreParts extends AsyncDisposable {
  readonly database: Database;
  readonly accessKeys: AccessKeyStore;
}

export function describeAccessKeyStoreContract(name: string, open: OpenParts<AccessKeyStoreParts>): void {
  describeCases(`${name} keeps access keys`, accessKeyStoreCases, open);
}

const plain: AccessKeyRecord = {
  accessKey: "B",
  secretHash: "hash-b",
  createdMs: 1,
  scopes: "all",
  trustedNetworks: [],
};
const bound: AccessKeyRecord = {
  accessKey: "A",
  secretHash: "hash-a",
  createdMs: 2,
  name: "n8n, “home”",
  scopes: ["api:calls:create", "api:users:read"],
  expiresMs: 1_800_000_000_000,
  trustedNetworks: ["10.0.0.0/8", "::1"],
  actingUserId: asId<UserId>("u1"),
};

const add = ({ database, accessKeys }: AccessKeyStoreParts, ...keys: AccessKeyRecord[]) =>
  database.transact(async (transaction) => {
    for (const key of keys) await accessKeys.add(key, transaction);
  });
const revoke = ({ database, accessKeys }: AccessKeyStoreParts, accessKey: string, atMs: number) =>
  database.transact((transaction) => accessKeys.revoke(accessKey, atMs, transaction));

export const accessKeyStoreCases: readonly ContractCase<AccessKeyStoreParts>[] = [
  {
    name: "gives keys back as they were added, with every bound, oldest first",
    async check(parts) {
      await add(parts, bound, plain);
      expect(await parts.accessKeys.list()).toEqual([plain, bound]);
      expect(await parts.accessKeys.find("A")).toEqual(bound);
      expect(await parts.accessKeys.find("a")).toBeUndefined();
    },
  },
  {
    name: "does not let a key take the place of another",
    async check(parts) {
      await add(parts, plain);
      await expect(add(parts, { ...plain, secretHash: "other" })).rejects.toBeInstanceOf(ConflictError);
      expect(await parts.accessKeys.find("B")).toEqual(plain);
    },
  },
  {
    name: "keeps a revoked key with the time it was first revoked",
    async check(parts) {
      await add(parts, plain, bound);
      await revoke(parts, "B", 50);
      await revoke(parts, "B", 60);
      expect(await parts.accessKeys.list()).toEqual([{ ...plain, revokedMs: 50 }, bound]);
    },
  },
  {
    name: "says that a key to be revoked is not there",
    async check(parts) {
      await expect(revoke(parts, "C", 50)).rejects.toBeInstanceOf(NotFoundError);
    },
  },
];
