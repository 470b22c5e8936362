import type { CrmField, CrmFields, CrmObjectType } from "./crm-object.ts";
import { standardFields } from "./crm-standard-fields.ts";
import { isEmailAddress } from "./crm-value-types.ts";
import { foldedEmail, isPerson, MIN_PHONE_DIGITS, type Person, phoneDigits } from "../personal-data.ts";

export type AddressKind = "email" | "phone" | "domain";

/** Something that an object is found by. */
export interface CrmAddress {
  readonly kind: AddressKind;
  /** Folded: lower case, digits only. */
  readonly value: string;
  /** Whether calls with this address are the object's; an address in any other field only says whose data the object holds. */
  readonly isOwn: boolean;
}

const ownAddresses: readonly string[] = ["emailAddress", "phoneNumber"];
/** A phone number and nothing else; not a date. */
const PHONE_TEXT = /^\+?[\d\s()./-]+$/;
const DATE_TEXT = /^\d{4}-\d{2}-\d{2}/;

/** What stands around an e-mail address in a longer text; kept where the text is put together again. */
const BETWEEN_WORDS = /([\s<>()[\]{},;:"'!?/\\|=&]+)/;

/** All addresses in an object, each once. */
export function crmAddresses(
  type: CrmObjectType,
  objectId: string,
  fields: CrmFields,
  fieldsOfItsOwn: readonly CrmField[],
): readonly CrmAddress[] {
  const typeOf = new Map<string, string>([
    ...fieldsOfItsOwn.map((field) => [field.uniqueName, field.type] as const),
    ...standardFields[type].map((field) => [field.name, field.type] as const),
  ]);
  const found = Object.entries({ objectId, ...fields }).flatMap(([name, value]): CrmAddress[] => {
    if (type === "ACCOUNT" && name === "domains") return domainsIn(value);
    return textsIn(value).flatMap((text) => addressIn(text, typeOf.get(name), ownAddresses.includes(name)));
  });
  // Of two of the same, the own one, which the last of equal keys is.
  const sorted = found.sort((a, b) => Number(a.isOwn) - Number(b.isOwn));
  return [...new Map(sorted.map((address) => [`${address.kind} ${address.value}`, address])).values()];
}

function addressIn(text: string, fieldType: string | undefined, isOwn: boolean): CrmAddress[] {
  const whole = isEmailAddress(text.trim()) ? [foldedEmail(text)] : [];
  const mentioned = text.split(BETWEEN_WORDS).flatMap((word) => emailOf(word) ?? []);
  const emails = [...whole, ...mentioned.filter((value) => !whole.includes(value))];
  if (emails.length > 0) {
    return emails.map((value) => ({ kind: "email", value, isOwn: isOwn && whole.includes(value) }));
  }
  const isPhone = fieldType === "PHONENUMBER" || (PHONE_TEXT.test(text) && !DATE_TEXT.test(text));
  const digits = isPhone ? phoneDigits(text) : "";
  return digits.length < MIN_PHONE_DIGITS ? [] : [{ kind: "phone", value: digits, isOwn }];
}

function domainsIn(value: unknown): CrmAddress[] {
  return textsIn(value).map((text) => ({ kind: "domain", value: foldedDomain(text), isOwn: true }));
}

/** `https://www.Acme.com/` is the domain `acme.com`. */
function foldedDomain(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/^[a-z]+:\/\//, "")
    .replace(/^www\./, "")
    .replace(/[/:?].*$/, "");
}

function textsIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.filter((item) => typeof item === "string");
  return typeof value === "string" ? [value] : [];
}

/** The addresses that calls with somebody are looked for by: a North American number with its country code and without. */
export function addressesOf(emailAddress: string | undefined, phoneNumber: string | undefined): readonly CrmAddress[] {
  const digits = phoneNumber === undefined ? "" : phoneDigits(phoneNumber);
  const national = /^1\d{10}$/.test(digits) ? [digits.slice(1)] : [];
  const international = digits.length === 10 ? [`1${digits}`] : [];
  const email = emailAddress === undefined ? undefined : foldedEmail(emailAddress);
  return [
    ...(email === undefined ? [] : [{ kind: "email" as const, value: email, isOwn: true }]),
    ...(digits.length < MIN_PHONE_DIGITS ? [] : [digits, ...national, ...international]).map((value) => ({
      kind: "phone" as const,
      value,
      isOwn: true,
    })),
  ];
}

export function domainOf(emailAddress: string): string {
  return foldedDomain(emailAddress.slice(emailAddress.lastIndexOf("@") + 1));
}

/** The fields without the values, and the items of values, that are somebody's address, and with the address out of longer texts. */
export function withoutPerson(fields: CrmFields, person: Person): CrmFields {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => valueWithout(value, person).map((kept) => [name, kept])),
  );
}

function valueWithout(value: unknown, person: Person): unknown[] {
  if (isTheirs(value, person)) return [];
  if (Array.isArray(value)) return [value.flatMap((item) => valueWithout(item, person))];
  if (typeof value !== "string" || !mentions(value, person)) return [value];
  const words = value.split(BETWEEN_WORDS);
  return [words.filter((word) => !isEmailOf(word, person)).join("")];
}

/** Whether a value, or an item of one, is somebody's address. */
export function holdsPerson(fields: CrmFields, person: Person): boolean {
  return Object.values(fields).some((value) => textsIn(value).some((text) => isTheirs(text, person)));
}

/** Whether a value is somebody's address, or a text with their e-mail address in it. */
export function mentionsPerson(fields: CrmFields, person: Person): boolean {
  return Object.values(fields).some((value) =>
    textsIn(value).some((text) => isTheirs(text, person) || mentions(text, person)),
  );
}

function mentions(text: string, person: Person): boolean {
  return text.split(BETWEEN_WORDS).some((word) => isEmailOf(word, person));
}

function isEmailOf(word: string, person: Person): boolean {
  return person.by === "email" && emailOf(word) === person.emailAddress;
}

/** The e-mail address that a word of a text is, also at the end of a sentence. */
function emailOf(word: string): string | undefined {
  const bare = word.replace(/\.$/, "");
  return isEmailAddress(bare) ? foldedEmail(bare) : undefined;
}

function isTheirs(value: unknown, person: Person): boolean {
  if (typeof value !== "string") return false;
  return isPerson(person.by === "email" ? { emailAddress: value } : { phoneNumber: value }, person);
}
