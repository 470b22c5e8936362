import { describe, expect, it } from "vitest";
import { addressesOf, crmAddresses, domainOf, holdsPerson, mentionsPerson, withoutPerson } from "./crm-addresses.ts";
import type { CrmField } from "./crm-object.ts";
import { personByEmail } from "../personal-data.ts";

const custom = (uniqueName: string, type: CrmField["type"]): CrmField => ({ uniqueName, label: "x", type });

describe("the addresses of an object", () => {
  it("are its own, and those of others that it holds", () => {
    const fields = {
      emailAddress: "Bob@Acme.example",
      phoneNumber: "+1 (912) 507-4395 ext. 7",
      assistant: "ann@acme.example",
      mobile: "912 507 0000",
      note: "call me",
      code: "1234567",
      born: "1970-01-01",
    };
    const own = [custom("mobile", "PHONENUMBER"), custom("code", "ID"), custom("born", "DATE")];
    expect(crmAddresses("CONTACT", "c-1", fields, own)).toEqual([
      { kind: "email", value: "ann@acme.example", isOwn: false },
      { kind: "phone", value: "9125070000", isOwn: false },
      { kind: "phone", value: "1234567", isOwn: false },
      { kind: "email", value: "bob@acme.example", isOwn: true },
      { kind: "phone", value: "19125074395", isOwn: true },
    ]);
  });

  it("are each there once, as its own where it is both", () => {
    const found = crmAddresses("LEAD", "bob@acme.example", { emailAddress: "BOB@acme.example" }, []);
    expect(found).toEqual([{ kind: "email", value: "bob@acme.example", isOwn: true }]);
  });

  it("are an account's domains", () => {
    const found = crmAddresses("ACCOUNT", "a", { domains: ["https://www.Acme.example/x", "acme.example", 7] }, []);
    expect(found).toEqual([{ kind: "domain", value: "acme.example", isOwn: true }]);
  });
});

it("somebody is looked for by a North American number with its country code and without", () => {
  const values = (phoneNumber: string) => addressesOf(undefined, phoneNumber).map(({ value }) => value);
  expect(values("+1 912 507 4395")).toEqual(["19125074395", "9125074395"]);
  expect(values("(912) 507-4395")).toEqual(["9125074395", "19125074395"]);
  expect(values("+49 30 1234567")).toEqual(["49301234567"]);
  expect(values("113")).toEqual([]);
});

it("a domain is what stands behind the last @", () => {
  expect(domainOf('"a@b"@Acme.example')).toBe("acme.example");
});

it("an e-mail address is found in a longer text, and taken out of it alone", () => {
  const fields = {
    note: "Ask <Bob@Acme.example> or bobob@acme.example (not mailto:bob@acme.example?subject=x), says bob@acme.example.",
    team: ["ann@acme.example; bob@acme.example"],
  };
  expect(crmAddresses("DEAL", "d", fields, []).map(({ value, isOwn }) => [value, isOwn])).toEqual([
    ["bob@acme.example", false],
    ["bobob@acme.example", false],
    ["ann@acme.example", false],
  ]);
  const bob = personByEmail("bob@acme.example");
  expect([holdsPerson(fields, bob), mentionsPerson(fields, bob)]).toEqual([false, true]);
  const without = withoutPerson(fields, bob);
  expect(without).toEqual({
    note: "Ask <> or bobob@acme.example (not mailto:?subject=x), says ",
    team: ["ann@acme.example; "],
  });
  expect(mentionsPerson(without, bob)).toBe(false);
});

it("somebody's address is taken out of values and of lists of them", () => {
  const bob = personByEmail("bob@acme.example");
  const fields = { owner: " Bob@acme.example", team: ["ann@acme.example", "bob@acme.example"], amount: 5 };
  expect(holdsPerson(fields, bob)).toBe(true);
  const without = withoutPerson(fields, bob);
  expect(without).toEqual({ team: ["ann@acme.example"], amount: 5 });
  expect(holdsPerson(without, bob)).toBe(false);
});
