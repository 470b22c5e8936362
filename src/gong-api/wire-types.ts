import { z } from "zod";
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

export const flag = z.boolean().optional();

/** Which page of how many records an answer is. */
export interface Records {
  readonly totalRecords: number;
  readonly currentPageSize: number;
  /** From 0. */
  readonly currentPageNumber: number;
  /** Only when there are more pages. */
  readonly cursor?: string;
}
