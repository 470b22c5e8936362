import { expect, test } from "vitest";
import type { AccessKeyStore } from "../../src/engine/access/access-key-store.ts";
import { accessKeyStoreCases, describeAccessKeyStoreContract } from "./access-key-store.contract.ts";
import { openAccessParts } from "./access-parts.ts";
import { failedCases, override } from "./contract-cases.ts";

describeAccessKeyStoreContract("SqliteAccessKeyStore", openAccessParts);

const breakages: [string, (keys: AccessKeyStore) => Partial<AccessKeyStore>][] = [
  ["forgets bounds", (keys) => ({ add: (key, transaction) => keys.add({ ...key, scopes: "all" }, transaction) })],
  ["does not revoke", () => ({ revoke: async () => {} })],
  ["lists in another order", (keys) => ({ list: async () => [...(await keys.list())].reverse() })],
];

test.each(breakages)("the contract notices a store that %s", async (_, breakIt) => {
  const failed = await failedCases(accessKeyStoreCases, async () => {
    const parts = await openAccessParts();
    return {
      database: parts.database,
      accessKeys: override<AccessKeyStore>(parts.accessKeys, breakIt(parts.accessKeys)),
      [Symbol.asyncDispose]: () => parts[Symbol.asyncDispose](),
    };
  });
  expect(failed.length).toBeGreaterThan(0);
  expect(failed.length).toBeLessThan(accessKeyStoreCases.length);
});
