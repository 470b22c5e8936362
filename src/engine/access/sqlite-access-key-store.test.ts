import { expect, test } from "vitest";
import { openAccessParts } from "../../../test/contracts/access-parts.ts";
import { connectionOf } from "../database/sqlite-database.ts";

test("a key that was made before keys could be bound may do everything", async () => {
  await using parts = await openAccessParts();
  await parts.database.transact(async (transaction) => {
    const sql = "INSERT INTO access_keys(access_key, secret_hash, created_ms) VALUES ('OLD', 'hash', 7)";
    connectionOf(transaction).run(sql);
  });
  expect(await parts.accessKeys.find("OLD")).toEqual({
    accessKey: "OLD",
    secretHash: "hash",
    createdMs: 7,
    scopes: "all",
    trustedNetworks: [],
  });
});
