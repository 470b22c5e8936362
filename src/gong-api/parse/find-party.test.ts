import { expect, it } from "vitest";
import { asId, type UserId } from "../../calls/ids.ts";
import type { Party } from "../../calls/party.ts";
import { partyLike, partyNamed } from "./find-party.ts";

const party = (id: string, given: Partial<Party>): Party => ({
  id: asId(id),
  affiliation: "External",
  context: [],
  ...given,
});

const parties = [
  party("1", { givenPartyId: "p1", userId: asId<UserId>("u1"), name: "Ann Ford", emailAddress: "Ann@Ours.example" }),
  party("2", { name: "Sam Lee", phoneNumber: "+1 (555) 555-1212" }),
  party("3", { name: "Sam Lee", emailAddress: "sam@acme.example" }),
];

it.each([
  ["1", "1"],
  ["p1", "1"],
  ["u1", "1"],
  ["ann@ours.example", "1"],
  ["ann ford ", "1"],
  ["+1 555 555 1212", "2"],
  ["sam@acme.example", "3"],
  ["Sam Lee", undefined],
  ["Zoe", undefined],
])("the word %s names party %s", (word, id) => {
  expect(partyNamed(parties, word)?.id).toBe(id);
});

it("goes by the surest trait that one party alone has", () => {
  expect(partyLike(parties, { name: "Sam Lee", phoneNumber: "+15555551212" })?.id).toBe("2");
  expect(partyLike(parties, { emailAddress: "sam@acme.example", name: "Ann Ford" })?.id).toBe("3");
  expect(partyLike(parties, {})).toBeUndefined();
});
