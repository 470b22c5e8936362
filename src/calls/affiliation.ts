import type { PartyIdentity } from "./party-identity.ts";

export type Affiliation = "Internal" | "External" | "Unknown";

/** The domain of an e-mail address in lower case, or `undefined` where there is none. */
export function emailDomain(emailAddress: string | undefined): string | undefined {
  const at = emailAddress?.lastIndexOf("@") ?? -1;
  return at < 0 ? undefined : emailAddress?.slice(at + 1).toLowerCase();
}

/**
 * Whether a party is from the company: a user is, so is anyone with an e-mail in one of the company's domains; a party that
 * has neither name, e-mail nor phone is nobody we can tell about.
 */
export function affiliationOf(party: PartyIdentity, companyDomains: ReadonlySet<string>): Affiliation {
  if (party.userId !== undefined) return "Internal";
  const domain = emailDomain(party.emailAddress);
  if (domain !== undefined && companyDomains.has(domain)) return "Internal";
  const isIdentified = Boolean(party.name ?? party.emailAddress ?? party.phoneNumber);
  return isIdentified ? "External" : "Unknown";
}
