import { textField } from "../../../calls/crm/crm-object.ts";
import type { PartyIdentity } from "../../../calls/party-identity.ts";
import { personByPhone, isPerson } from "../../../calls/personal-data.ts";
import type { GongApi } from "../../../gong-api/gong-api.ts";
import { presentReferences } from "../../../gong-api/present/present-references.ts";
import { type DataPrivacyParts, findReferences } from "./person-references.ts";

export function findAllReferencesToPhoneNumber(parts: DataPrivacyParts): GongApi["findAllReferencesToPhoneNumber"] {
  return async ({ phoneNumber }) => {
    const person = personByPhone(phoneNumber);
    const { calls, users, crmObjects } = await findReferences(parts, person);
    const people: PartyIdentity[] = [
      ...users,
      ...calls.flatMap(({ data }) => data.parties),
      ...crmObjects
        .filter(({ isOfPerson }) => isOfPerson)
        .map(({ fields }) => ({
          emailAddress: textField(fields, "emailAddress"),
          phoneNumber: textField(fields, "phoneNumber"),
        })),
    ];
    const numbers = people.filter((someone) => isPerson({ phoneNumber: someone.phoneNumber }, person));
    return {
      ...presentReferences(calls, crmObjects),
      suppliedPhoneNumber: phoneNumber,
      matchingPhoneNumbers: distinct(numbers.map((someone) => someone.phoneNumber)),
      emailAddresses: distinct(people.map((someone) => someone.emailAddress)),
    };
  };
}

function distinct(texts: readonly (string | undefined)[]): readonly string[] {
  return [...new Set(texts.flatMap((text) => text || []))];
}
