/** The kinds of object that a CRM sends. Gong's words; in a call's context a deal is an `Opportunity`. */
export const crmObjectTypes = ["ACCOUNT", "CONTACT", "DEAL", "LEAD", "BUSINESS_USER", "STAGE"] as const;
export type CrmObjectType = (typeof crmObjectTypes)[number];

/** Those that a CRM may give fields of its own. */
export const describedCrmTypes = ["ACCOUNT", "CONTACT", "DEAL", "LEAD"] as const;
export type DescribedCrmType = (typeof describedCrmTypes)[number];

export const crmFieldTypes = [
  "DATE",
  "DATETIME",
  "NUMBER",
  "PERCENT",
  "CURRENCY",
  "ID",
  "URL",
  "STRING",
  "BOOLEAN",
  "PHONENUMBER",
  "EMAILADDRESS",
  "PICKLIST",
  "REFERENCE",
  "STRINGARRAY",
] as const;
export type CrmFieldType = (typeof crmFieldTypes)[number];

/** A field of the CRM's own. */
export interface CrmField {
  readonly uniqueName: string;
  readonly label: string;
  readonly type: CrmFieldType;
  /** As it was given. */
  readonly lastModified?: string | undefined;
  /** Of a REFERENCE. */
  readonly referenceTo?: string | undefined;
  /** Of a PICKLIST. */
  readonly orderedValueList?: readonly string[] | undefined;
}

/** The values of an object by the names they were sent under. */
export type CrmFields = Readonly<Record<string, unknown>>;

/** An object as one line of a file has it. */
export interface CrmRecord {
  readonly objectId: string;
  /** When it became so in the CRM. */
  readonly modifiedMs: number;
  readonly isDeleted: boolean;
  readonly fields: CrmFields;
}

/** A record with its kind. */
export interface TypedCrmRecord extends CrmRecord {
  readonly type: CrmObjectType;
}

/** A text member of an object. */
export function textField(fields: CrmFields, name: string): string | undefined {
  const value = fields[name];
  return typeof value === "string" && value !== "" ? value : undefined;
}

const contextTypes = {
  ACCOUNT: "Account",
  CONTACT: "Contact",
  DEAL: "Opportunity",
  LEAD: "Lead",
  BUSINESS_USER: "User",
  STAGE: "Stage",
} as const satisfies Record<CrmObjectType, string>;

/** What a call's context calls objects of a kind. */
export function contextTypeOf(type: CrmObjectType): string {
  return contextTypes[type];
}

/** The kinds that a word of a call's context may mean. Gong: `Lead,Contact` is either. */
export function crmTypesNamed(contextType: string): readonly CrmObjectType[] {
  const words = contextType.split(",").map((word) => word.trim().toLowerCase());
  return crmObjectTypes.filter((type) => words.includes(contextTypes[type].toLowerCase()));
}
