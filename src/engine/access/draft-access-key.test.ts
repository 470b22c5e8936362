import { expect, test } from "vitest";
import { InvalidInputError } from "../../calls/errors.ts";
import { draftAccessKey, type AccessKeyWish } from "./draft-access-key.ts";

function problemsOf(wish: AccessKeyWish): string[] {
  try {
    draftAccessKey(wish, 0);
  } catch (error) {
    if (error instanceof InvalidInputError)
      return error.problems.map(({ parameter, message }) => `${parameter}: ${message}`);
    throw error;
  }
  return [];
}

test("a key without wishes is bound to nothing", () => {
  expect(draftAccessKey({}, 5000)).toEqual({
    name: undefined,
    scopes: "all",
    expiresMs: undefined,
    trustedNetworks: [],
    actingUserId: undefined,
  });
});

test("every bound is taken over, days counted from now", () => {
  const wish = {
    name: "n8n",
    scopes: ["api:calls:create", "api:users:read"],
    expiresInDays: "2",
    trustedIps: ["10.0.0.0/8", "::1"],
    userId: "u1",
  };
  expect(draftAccessKey(wish, 5000)).toEqual({
    name: "n8n",
    scopes: ["api:calls:create", "api:users:read"],
    expiresMs: 172_805_000,
    trustedNetworks: ["10.0.0.0/8", "::1"],
    actingUserId: "u1",
  });
});

test("everything that cannot be is told at once", () => {
  const wish = {
    name: " ",
    scopes: ["api:logs:write", "calls"],
    expiresInDays: "0.5",
    trustedIps: ["10.0.0.0/8", "office"],
    userId: "",
  };
  expect(problemsOf(wish)).toEqual([
    'name: must have 1 to 100 characters; got " "',
    'scopes: "api:logs:write" is no scope of Gong\'s; there are api:logs:read',
    expect.stringContaining('scopes: "calls" is no scope of Gong\'s; these exist api:calls:read:basic, '),
    'expires-in-days: must be a whole number from 1 to 3650; got "0.5"',
    'trusted-ips: "office" is neither an address nor a range such as 10.0.0.0/8',
    "user: must be the id of a user; leave it out to act for the company",
  ]);
});

test("a list without entries is a mistake, not a bound to nothing", () => {
  expect(problemsOf({ scopes: [], trustedIps: [] })).toEqual([
    "scopes: names no scope; leave it out to give all of them",
    "trusted-ips: names no address; leave it out to trust all of them",
  ]);
});
