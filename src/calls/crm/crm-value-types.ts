import type { CrmField, CrmFieldType } from "./crm-object.ts";
import { parseZonedTime } from "../time.ts";

/** What a value of a type must be, for a sentence about one that is not. */
interface ValueRule {
  readonly must: string;
  readonly fits: (value: unknown) => boolean;
}

const isText = (value: unknown): value is string => typeof value === "string";
/** A whole number too large for JavaScript's own was read as the text of its digits. */
const isNumber = (value: unknown) => typeof value === "number" || (isText(value) && /^-?\d{16,19}$/.test(value));
const number: ValueRule = { must: "be a number", fits: isNumber };
const text: ValueRule = { must: "be a string", fits: isText };

const rules: Readonly<Record<CrmFieldType, ValueRule>> = {
  DATE: {
    must: "be an ISO-8601 date without time, such as 2020-05-31",
    fits: (value) =>
      isText(value) && /^\d{4}-\d{2}-\d{2}$/.test(value) && parseZonedTime(`${value}T00:00:00Z`) !== undefined,
  },
  DATETIME: {
    must: "be an ISO-8601 date-time without milliseconds, such as 2020-12-17T07:37:21+02:00",
    fits: (value) => isText(value) && parseZonedTime(value) !== undefined,
  },
  NUMBER: number,
  PERCENT: {
    must: "be a number from 0 to 100",
    fits: (value) => typeof value === "number" && value >= 0 && value <= 100,
  },
  CURRENCY: number,
  ID: text,
  URL: { must: "be a full URL", fits: (value) => isText(value) && /^[a-z][a-z\d+.-]*:\S+$/i.test(value) },
  STRING: text,
  BOOLEAN: { must: "be true or false", fits: (value) => typeof value === "boolean" },
  PHONENUMBER: { must: "be a phone number", fits: (value) => isText(value) && /\d/.test(value) },
  EMAILADDRESS: { must: "be an e-mail address", fits: (value) => isText(value) && isEmailAddress(value) },
  PICKLIST: text,
  REFERENCE: text,
  STRINGARRAY: { must: "be an array of strings", fits: (value) => Array.isArray(value) && value.every(isText) },
};

export function isEmailAddress(value: string): boolean {
  return /^[^\s@]+@[^\s@]+$/.test(value);
}

/** What a value must be and is not; `undefined` for one that fits. The value itself is not told: it may be somebody's. */
export function valueProblem(field: Pick<CrmField, "type" | "orderedValueList">, value: unknown): string | undefined {
  const rule = rules[field.type];
  if (!rule.fits(value)) return `must ${rule.must}`;
  const { orderedValueList } = field;
  if (field.type === "PICKLIST" && orderedValueList && !orderedValueList.includes(String(value))) {
    return "must be one of the values of its orderedValueList";
  }
  return undefined;
}
