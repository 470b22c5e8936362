import { expect, test } from "vitest";
import { openAccessParts } from "../../../test/contracts/access-parts.ts";
import { hashSecret } from "../../lib/secret-hash.ts";
import { accessControl } from "./access-control.ts";

const caller = { address: "127.0.0.1", forwardedFor: "198.51.100.1, 192.0.2.7" };
const noLimits = { perSecond: undefined, perDay: undefined };
const NOW_MS = 5000;

function control(records: Awaited<ReturnType<typeof openAccessParts>>, trustedProxies: readonly string[] = []) {
  return accessControl({
    config: { accessKey: "OWNKEY", limits: noLimits, trustedProxies },
    secrets: { accessKeySecret: "own secret" },
    records,
    ledger: undefined,
    clock: () => NOW_MS,
  });
}

test("the operator's own key may do everything, beside those that were made", async () => {
  await using records = await openAccessParts();
  const access = control(records);
  expect(await access.identifyKey("OWNKEY", "own secret", caller)).toMatchObject({
    principal: { kind: "key", id: "OWNKEY", scopes: "all" },
  });
  expect(await access.identifyKey("OWNKEY", "other", caller)).toEqual({ refusal: "unknown" });
  expect(await access.identifyKey("MADE", "secret", caller)).toEqual({ refusal: "unknown" });
});

test("a key's networks are compared with the address behind the trusted proxies", async () => {
  await using records = await openAccessParts();
  const key = {
    accessKey: "MADE",
    secretHash: hashSecret("secret"),
    createdMs: 0,
    scopes: "all" as const,
    trustedNetworks: ["192.0.2.0/24"],
  };
  await records.database.transact((transaction) => records.accessKeys.add(key, transaction));
  const direct = await control(records).identifyKey("MADE", "secret", caller);
  expect(direct).toEqual({ refusal: "untrusted-address" });
  const proxied = await control(records, ["127.0.0.0/8"]).identifyKey("MADE", "secret", caller);
  expect(proxied).toHaveProperty("principal");
});

test("without limits every request is let in", async () => {
  await using records = await openAccessParts();
  expect(await control(records).admit()).toEqual({ isAdmitted: true });
});
