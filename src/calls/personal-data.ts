import type { Call } from "./call.ts";
import type { CrmContext, CrmObject } from "./crm/crm-context.ts";
import type { PartyIdentity } from "./party-identity.ts";
import type { Party } from "./party.ts";

/** Whom a request about somebody's data means. */
export type Person =
  | { readonly by: "email"; readonly emailAddress: string }
  | { readonly by: "phone"; readonly digits: string };

/** Fewer digits than these are an extension or no number, and would mean many people. */
export const MIN_PHONE_DIGITS = 7;

export function personByEmail(emailAddress: string): Person {
  return { by: "email", emailAddress: foldedEmail(emailAddress) };
}

export function personByPhone(phoneNumber: string): Person {
  return { by: "phone", digits: phoneDigits(phoneNumber) };
}

/** What a call says of somebody: the parties that are them, and the leads and contacts of a CRM that are. */
export interface PersonalData {
  readonly parties: readonly Party[];
  readonly crmObjects: readonly (CrmObject & { readonly system: string })[];
}

/**
 * Somebody is on a call as a party with their address or number, or as a CRM object one of whose fields has it.
 * @param isUser whether a party that is only known by its user id is them
 * @returns undefined for a call that does not name them
 */
export function personalDataIn(
  call: Pick<Call, "parties" | "context">,
  person: Person,
  isUser: (party: Party) => boolean,
): PersonalData | undefined {
  const parties = call.parties.filter((party) => isPerson(party, person) || isUser(party));
  const others = call.parties.filter((party) => !parties.includes(party));
  const crmObjects = [
    ...parties.flatMap((party) => objectsOf(party.context)).filter(isLeadOrContact),
    ...[...others, ...parties, call]
      .flatMap(({ context }) => objectsOf(context))
      .filter((object) => names(object, person)),
  ];
  return parties.length + crmObjects.length === 0 ? undefined : { parties, crmObjects: withoutRepeated(crmObjects) };
}

export function isPerson({ emailAddress, phoneNumber }: PartyIdentity, person: Person): boolean {
  if (person.by === "email") return emailAddress !== undefined && foldedEmail(emailAddress) === person.emailAddress;
  return phoneNumber !== undefined && phoneDigits(phoneNumber) === person.digits;
}

/** `+49 (0)30 1234` and `0049 30 1234` are one number; an extension is not part of it. */
export function phoneDigits(phoneNumber: string): string {
  return phoneNumber
    .normalize("NFKC")
    .replace(/(?:;|,|\bext|x).*$/i, "")
    .replace("(0)", "")
    .replaceAll(/\D/g, "")
    .replace(/^0+/, "");
}

/** Two spellings of one address are one text. */
export function foldedEmail(emailAddress: string): string {
  return emailAddress.trim().normalize("NFC").toLowerCase();
}

type NamedObject = PersonalData["crmObjects"][number];

function objectsOf(context: readonly CrmContext[]): readonly NamedObject[] {
  return context.flatMap(({ system, objects }) => objects.map((object) => ({ ...object, system })));
}

function isLeadOrContact({ objectType }: NamedObject): boolean {
  return /^(?:lead|contact)$/i.test(objectType);
}

function names({ fields }: NamedObject, person: Person): boolean {
  return fields.some(({ value }) => {
    if (typeof value !== "string") return false;
    return isPerson(person.by === "email" ? { emailAddress: value } : { phoneNumber: value }, person);
  });
}

function withoutRepeated(objects: readonly NamedObject[]): readonly NamedObject[] {
  return [
    ...new Map(
      objects.map((object) => [JSON.stringify([object.system, object.objectType, object.objectId]), object]),
    ).values(),
  ];
}
