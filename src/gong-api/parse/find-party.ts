import { phoneDigits } from "../../calls/personal-data.ts";
import type { Party } from "../../calls/party.ts";

/** How somebody may name a party of a call. */
export interface PartyHints {
  readonly partyId?: string | undefined;
  readonly userId?: string | undefined;
  readonly emailAddress?: string | undefined;
  readonly phoneNumber?: string | undefined;
  readonly name?: string | undefined;
}

/** The party that these words are of: by the first of them that one party alone has. */
export function partyLike(parties: readonly Party[], hints: PartyHints): Party | undefined {
  const { partyId, userId, emailAddress, phoneNumber, name } = hints;
  return (
    theOne(parties, partyId, (party) => party.givenPartyId) ??
    theOne(parties, userId, (party) => party.userId) ??
    theOne(parties, folded(emailAddress), (party) => folded(party.emailAddress)) ??
    theOne(parties, digits(phoneNumber), (party) => digits(party.phoneNumber)) ??
    theOne(parties, folded(name), (party) => folded(party.name))
  );
}

/** The party that a word names, whichever of its traits it is. */
export function partyNamed(parties: readonly Party[], word: string): Party | undefined {
  const hints = { partyId: word, userId: word, emailAddress: word, phoneNumber: word, name: word };
  return parties.find(({ id }) => id === word) ?? partyLike(parties, hints);
}

function theOne(
  parties: readonly Party[],
  wanted: string | undefined,
  trait: (party: Party) => string | undefined,
): Party | undefined {
  if (wanted === undefined || wanted === "") return undefined;
  const found = parties.filter((party) => trait(party) === wanted);
  return found.length === 1 ? found[0] : undefined;
}

function folded(text: string | undefined): string | undefined {
  return text?.trim().toLowerCase();
}

function digits(phoneNumber: string | undefined): string | undefined {
  return phoneNumber === undefined ? undefined : phoneDigits(phoneNumber);
}
