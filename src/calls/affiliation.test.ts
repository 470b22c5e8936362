import { expect, test } from "vitest";
import { affiliationOf } from "./affiliation.ts";
import { asId } from "./ids.ts";

const company = new Set(["example.com"]);

test.each([
  ["a user", { userId: asId<never>("7") }, "Internal"],
  ["an e-mail of the company in any case", { emailAddress: "sam@Example.COM" }, "Internal"],
  ["an e-mail of somebody else", { emailAddress: "sam@example.com.evil.test", name: "Sam" }, "External"],
  ["a phone number alone", { phoneNumber: "+1 555-555-1212" }, "External"],
  ["nothing to tell by", {}, "Unknown"],
])("%s", (_, party, affiliation) => {
  expect(affiliationOf(party, company)).toBe(affiliation);
});
