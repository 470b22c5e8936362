import { expect, it } from "vitest";
import type { CrmFieldType } from "./crm-object.ts";
import { valueProblem } from "./crm-value-types.ts";

/** For each type what fits, and what does not. */
const cases: readonly [CrmFieldType, readonly unknown[], readonly unknown[]][] = [
  ["DATE", ["2020-02-29"], ["2021-02-29", "2020-2-1", "2020-02-29T00:00:00Z", 5]],
  ["DATETIME", ["2020-12-17T07:37:21+02:00", "2020-12-17T05:37:21.000Z"], ["2020-12-17", "2020-12-17T05:37:21", "now"]],
  ["NUMBER", [45.66, -1, "12345678901234567890".slice(0, 19)], ["5", "a", true]],
  ["PERCENT", [0, 67.3, 100], [-1, 101, "50"]],
  ["CURRENCY", [34.68], ["34.68"]],
  ["ID", ["843hf"], [7]],
  ["URL", ["https://crm.example/7"], ["crm.example/7", "https:"]],
  ["STRING", ["", "x"], [1]],
  ["BOOLEAN", [true, false], ["true"]],
  ["PHONENUMBER", ["+1 405", "(912) 507-4395"], ["none", 1405]],
  ["EMAILADDRESS", ["a@b.example"], ["a", "a b@c", "a@"]],
  ["PICKLIST", ["Gold"], ["gold", 1]],
  ["REFERENCE", ["48b"], [{}]],
  ["STRINGARRAY", [[], ["a"]], ["a", [1]]],
];

it.each(cases)("a %s is told from what is none", (type, fitting, others) => {
  const field = { type, orderedValueList: ["Gold"] };
  expect(fitting.map((value) => valueProblem(field, value))).toEqual(fitting.map(() => undefined));
  expect(others.map((value) => typeof valueProblem(field, value))).toEqual(others.map(() => "string"));
});
