import { expect, test } from "vitest";
import { operations } from "./operations.ts";
import { isScope, scopes } from "./scopes.ts";

test("every scope that an operation asks for can be given", () => {
  const asked = operations.map(({ scope }) => scope).filter((scope) => scope !== null);
  expect(asked.filter((scope) => !isScope(scope))).toEqual([]);
});

test("each scope is listed once", () => {
  expect(new Set(scopes).size).toBe(scopes.length);
});
