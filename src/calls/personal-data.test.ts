import { describe, expect, it } from "vitest";
import type { Call } from "./call.ts";
import { asId } from "./ids.ts";
import type { Party } from "./party.ts";
import { personalDataIn, personByEmail, personByPhone, phoneDigits } from "./personal-data.ts";

function party(changes: Partial<Party>): Party {
  return { id: asId("1"), affiliation: "External", context: [], ...changes };
}

const contact = (field: unknown) => ({
  system: "HubSpot",
  objects: [{ objectType: "Contact", objectId: "C1", fields: [{ name: "Mobile", value: field }] }],
});

const nobody = () => false;

function isNamed(call: Pick<Call, "parties" | "context">, by: { email?: string; phone?: string }): boolean {
  const person = by.email === undefined ? personByPhone(by.phone ?? "") : personByEmail(by.email);
  return personalDataIn(call, person, nobody) !== undefined;
}

describe("a call names somebody", () => {
  it("as a party, whatever the case of the address and the spaces around it", () => {
    const call = { parties: [party({ emailAddress: " Ann.Ö@Acme.example" })], context: [] };
    expect(isNamed(call, { email: "ANN.ö@acme.EXAMPLE" })).toBe(true);
    expect(isNamed(call, { email: "ann@acme.example" })).toBe(false);
  });

  it("by a number with the same digits, however it is written", () => {
    const call = { parties: [party({ phoneNumber: "0049 (0)30 1234-567 ext. 8" })], context: [] };
    expect(isNamed(call, { phone: "+49 30 1234567" })).toBe(true);
    expect(isNamed(call, { phone: "+49 30 12345678" })).toBe(false);
  });

  it("as an object of a CRM, on the call or on a party", () => {
    for (const value of ["+1 555 555-1212", "+15555551212"]) {
      expect(isNamed({ parties: [], context: [contact(value)] }, { phone: "+15555551212" })).toBe(true);
      const onParty = { parties: [party({ context: [contact(value)] })], context: [] };
      expect(isNamed(onParty, { phone: "+15555551212" })).toBe(true);
    }
    expect(isNamed({ parties: [], context: [contact(15555551212)] }, { phone: "+15555551212" })).toBe(false);
  });

  it("by a user's id, where that is them", () => {
    const call = { parties: [party({ userId: asId("7") })], context: [] };
    const data = personalDataIn(call, personByEmail("a@b.example"), ({ userId }) => userId === "7");
    expect(data).toEqual({ parties: call.parties, crmObjects: [] });
  });

  it("with the contact that a party of theirs has, once, though no field of it says so", () => {
    const call = {
      parties: [party({ emailAddress: "a@b.example", context: [contact("x")] })],
      context: [contact("x")],
    };
    expect(personalDataIn(call, personByEmail("a@b.example"), nobody)?.crmObjects).toEqual([
      { system: "HubSpot", ...contact("x").objects[0] },
    ]);
  });
});

it("the digits of a number leave out what differs between its spellings", () => {
  const spellings = [
    "+1 425 555 2671",
    "+1(425) 555-2671",
    "001 425 555 2671",
    "+14255552671;ext=12",
    "＋１ 425 555 2671",
  ];
  expect(new Set(spellings.map(phoneDigits))).toEqual(new Set(["14255552671"]));
});
