import type { CrmFieldType, CrmObjectType } from "./crm-object.ts";

/** A field that every CRM's objects of a kind may have. */
export interface StandardField {
  readonly name: string;
  readonly type: CrmFieldType;
  /** `unless-deleted`: an object that is sent to be deleted may go without. */
  readonly isMandatory?: "always" | "unless-deleted";
  readonly oneOf?: readonly string[];
  /** Taken where none is given. */
  readonly standsFor?: (objectId: string) => unknown;
}

const modified: StandardField = { name: "modifiedDate", type: "DATETIME" };
const modifiedDate: StandardField = { ...modified, isMandatory: "always" };
const url: StandardField = { name: "url", type: "URL" };
const text = (name: string): StandardField => ({ name, type: "STRING" });
const person: readonly StandardField[] = [
  modifiedDate,
  url,
  { name: "emailAddress", type: "EMAILADDRESS" },
  text("firstName"),
  text("lastName"),
  text("title"),
  { name: "phoneNumber", type: "PHONENUMBER" },
];

/** Gong's fields of each kind of object, beside `objectId` and `isDeleted`, which all have. */
export const standardFields: Readonly<Record<CrmObjectType, readonly StandardField[]>> = {
  BUSINESS_USER: [modifiedDate, url, { name: "emailAddress", type: "EMAILADDRESS", isMandatory: "unless-deleted" }],
  ACCOUNT: [
    modifiedDate,
    url,
    { ...text("name"), standsFor: (objectId) => `Account_#${objectId}` },
    { name: "domains", type: "STRINGARRAY" },
  ],
  CONTACT: [...person, text("accountId")],
  LEAD: [...person, text("convertedToDealId"), text("convertedToContactId"), text("convertedToAccountId")],
  DEAL: [
    modifiedDate,
    url,
    text("accountId"),
    text("ownerId"),
    { ...text("name"), standsFor: (objectId) => `Deal_#${objectId}` },
    { name: "createdDate", type: "DATETIME" },
    // Gong: says no more than that it is a string.
    text("closeDate"),
    { ...text("status"), oneOf: ["WON", "LOST", "OPEN"], standsFor: () => "OPEN" },
    text("stage"),
    { name: "amount", type: "CURRENCY", standsFor: () => 0 },
  ],
  STAGE: [
    // Gong: a stage may go without.
    modified,
    { ...text("name"), isMandatory: "unless-deleted" },
    { name: "isActive", type: "BOOLEAN", standsFor: () => true },
    { name: "sortOrder", type: "NUMBER", standsFor: () => 1 },
  ],
};
