import { expect, test } from "vitest";
import { asId, type UserId } from "../../calls/ids.ts";
import { hashSecret } from "../../lib/secret-hash.ts";
import type { AccessKeyRecord } from "./access-key-store.ts";
import { identifyKey } from "./identify-key.ts";

const record: AccessKeyRecord = {
  accessKey: "KEY",
  secretHash: hashSecret("secret"),
  createdMs: 0,
  scopes: "all",
  trustedNetworks: [],
};
const right = { accessKeySecret: "secret", address: "192.0.2.7" };

test("a plain key may do everything, for the company", () => {
  expect(identifyKey(record, right, 1000)).toEqual({
    principal: { kind: "key", id: "KEY", scopes: "all", actingUserId: undefined },
  });
});

test("a key may be bound to scopes and to a user", () => {
  const bound = { ...record, scopes: ["api:logs:read"], actingUserId: asId<UserId>("u1") };
  expect(identifyKey(bound, right, 1000)).toEqual({
    principal: { kind: "key", id: "KEY", scopes: new Set(["api:logs:read"]), actingUserId: "u1" },
  });
});

test("an unknown key and a wrong secret are refused alike", () => {
  expect(identifyKey(undefined, right, 1000)).toEqual({ refusal: "unknown" });
  expect(identifyKey(undefined, { ...right, accessKeySecret: "" }, 1000)).toEqual({ refusal: "unknown" });
  expect(identifyKey(record, { ...right, accessKeySecret: "other" }, 1000)).toEqual({ refusal: "unknown" });
});

test("what became of a key is told only to who has its secret", () => {
  const revoked = { ...record, revokedMs: 1 };
  expect(identifyKey(revoked, right, 1000)).toEqual({ refusal: "revoked" });
  expect(identifyKey(revoked, { ...right, accessKeySecret: "other" }, 1000)).toEqual({ refusal: "unknown" });
});

test("a key is good until its end, and not at it", () => {
  expect(identifyKey({ ...record, expiresMs: 1001 }, right, 1000)).toHaveProperty("principal");
  expect(identifyKey({ ...record, expiresMs: 1000 }, right, 1000)).toEqual({ refusal: "expired" });
});

test("a key with trusted networks is refused from elsewhere, and where no address is known", () => {
  const bound = { ...record, trustedNetworks: ["192.0.2.0/24"] };
  expect(identifyKey(bound, right, 1000)).toHaveProperty("principal");
  expect(identifyKey(bound, { ...right, address: "198.51.100.1" }, 1000)).toEqual({ refusal: "untrusted-address" });
  expect(identifyKey(bound, { ...right, address: undefined }, 1000)).toEqual({ refusal: "untrusted-address" });
});
