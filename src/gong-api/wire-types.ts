import { z } from "zod";
import { MIN_PHONE_DIGITS, phoneDigits } from "../calls/personal-data.ts";
import { isDateTime } from "./company-time.ts";

/** Gong: ids are strings of digits, and clients send them as numbers too. */
export const idText = z.union([z.string().min(1), z.int().transform(String)], { error: "must be an id: a string" });

/** Gong: repeated ids count once. */
export const idList = z.array(idText, { error: "must be an array of ids" }).transform((ids) => [...new Set(ids)]);

/** A moment: ISO 8601 with an offset, or a day, which begins in the company's time zone. */
export const dateTime = z.string().refine(isDateTime, {
  error: "must be an ISO-8601 date-time with an offset, such as 2018-02-18T02:30:00-07:00 or 2018-02-18T08:00:00Z",
});

/** In a query: a plus sign that was not escaped arrives as a blank. */
export const queryDateTime = z
  .string()
  .transform((text) => text.replace(/ (?=\d{2}:?\d{2}$)/, "+"))
  .pipe(dateTime);

export const emailAddress = z.string().regex(/^[^\s@]+@[^\s@]+$/, { error: "must be an e-mail address" });

/** In a query: a plus sign that was not escaped arrives as a blank. */
export const queryPhoneNumber = z
  .string()
  .transform((text) => text.replace(/^ (?=\d)/, "+"))
  .refine((text) => text.startsWith("+") && phoneDigits(text).length >= MIN_PHONE_DIGITS, {
    error: "must start with a + (plus) sign followed by the country code, area code, and local phone number",
  });

/** What something can be looked for by: punctuation alone finds nothing. */
export const searchText = z
  .string()
  .refine((text) => /[\p{L}\p{N}]/u.test(text), { error: "must have a letter or a digit" });

export const flag = z.boolean().optional();

export const oneOf = <const Names extends readonly string[]>(names: Names) =>
  z.enum(names, { error: `must be one of ${names.join(", ")}` });

/** Gong: a day of the company's; date-times are refused where days are asked for. */
export const calendarDate = z.string().refine((text) => /^\d{4}-\d{2}-\d{2}$/.test(text) && isDateTime(text), {
  error: "must be a date such as 2019-01-20",
});

/** Which page of how many records an answer is. */
export interface Records {
  readonly totalRecords: number;
  readonly currentPageSize: number;
  /** From 0. */
  readonly currentPageNumber: number;
  /** Only when there are more pages. */
  readonly cursor?: string;
}
