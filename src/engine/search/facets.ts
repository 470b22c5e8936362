import { createHash } from "node:crypto";
import { emailDomain } from "../../calls/affiliation.ts";
import type { Call } from "../../calls/call.ts";
import { fold, plainTokens, tokens } from "./normalise.ts";

/**
 * Tokens for what a filter compares exactly. Keyword tokens have no underscore, so the two never meet. Selective filters run
 * inside the full-text index this way; joining a table for them is linear in the matches.
 */
export const facet = {
  primaryUser: (userId: string) => `u_${digest(userId)}`,
  email: (address: string) => `e_${digest(foldedTerm(address))}`,
  domain: (domain: string) => `m_${digest(foldedTerm(domain).replace(/^@/, ""))}`,
  disposition: (disposition: string) => `q_${digest(foldedTerm(disposition))}`,
  titleWord: (token: string) => `t_${token}`,
  nameWord: (token: string) => `n_${token}`,
  phone: (digits: string) => `p_${digits}`,
  phoneEnding: (digits: string) => `x_${digits}`,
};

/** Between two parties' names there are more of these than `NAME_REACH`, so that a name is looked for in one party only. */
export const BORDER = "_";
export const NAME_REACH = 16;
const NAME_BORDER = Array<string>(NAME_REACH + 1).fill(BORDER);

/** Fewer digits than these are compared whole, as an extension would be. */
export const MIN_PHONE_ENDING = 7;

/** The facets of a call, in the order of the index column: title words adjacent, names last. */
export function facetsOf(call: Call): string[] {
  const emails = call.parties.flatMap((party) => (party.emailAddress ? [party.emailAddress] : []));
  const phones = call.parties.flatMap((party) => (party.phoneNumber ? [phoneDigits(party.phoneNumber)] : []));
  return [
    ...tokens(call.title ?? "").map(facet.titleWord),
    BORDER,
    facet.primaryUser(call.primaryUserId),
    ...(call.disposition === undefined ? [] : [facet.disposition(call.disposition)]),
    ...emails.map(facet.email),
    ...emails.flatMap((address) => emailDomain(address) ?? []).map(facet.domain),
    ...phones.filter((digits) => digits !== "").flatMap(phoneFacets),
    ...call.parties.flatMap((party) => [...NAME_BORDER, ...plainTokens(party.name ?? "").map(facet.nameWord)]),
  ];
}

/** The digits that tell numbers apart: `+49 (0)30` and `0049 30` differ in how they begin, so zeros in front are left out. */
export function phoneDigits(phoneNumber: string): string {
  return fold(phoneNumber).replace(/\D/g, "").replace(/^0+/, "");
}

/** The endings of a number that are long enough to stand for it, the number itself among them. */
export function phoneEndings(digits: string): string[] {
  const count = Math.max(0, digits.length - MIN_PHONE_ENDING + 1);
  return Array.from({ length: count }, (_, start) => digits.slice(start));
}

function phoneFacets(digits: string): string[] {
  return [facet.phone(digits), ...phoneEndings(digits).map(facet.phoneEnding)];
}

function foldedTerm(text: string): string {
  return fold(text).trim().replace(/\s+/g, " ");
}

/** Any text as a token of a fixed, short length. 80 bits: two of a billion texts agree with a chance of one in a million. */
function digest(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 20);
}
