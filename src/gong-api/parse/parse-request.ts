import type { z } from "zod";
import { InvalidInputError } from "../../calls/errors.ts";
import { withoutNulls } from "../wire-json.ts";

const SHOWN_LENGTH = 100;
/** Gong: says of no list how long it may be. These are looked through in a second or two, in which nobody else is answered. */
const MAX_ENTRIES = 100_000;

/** @throws InvalidInputError with all problems, each in Gong's pattern `<field>: <reason>` */
export function parseRequest<Schema extends z.ZodType>(schema: Schema, request: unknown): z.output<Schema> {
  const given = withoutNulls(request);
  if (countEntries(given) > MAX_ENTRIES) {
    const message = `must have at most ${MAX_ENTRIES} entries in its lists; send it in several requests`;
    throw new InvalidInputError([{ parameter: "body", message }]);
  }
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  throw new InvalidInputError(
    parsed.error.issues.map((issue) => ({ parameter: fieldName(issue.path), message: reason(issue, given) })),
  );
}

/** Of all lists in it together. */
function countEntries(value: unknown): number {
  if (typeof value !== "object" || value === null) return 0;
  const members: readonly unknown[] = Object.values(value);
  const own = Array.isArray(value) ? value.length : 0;
  return members.reduce((count: number, member) => count + countEntries(member), own);
}

/** `parties[0].mediaChannelId`; the request as a whole is `body`. */
function fieldName(path: readonly PropertyKey[]): string {
  if (path.length === 0) return "body";
  return path
    .map((key, depth) => (typeof key === "number" ? `[${key}]` : `${depth ? "." : ""}${String(key)}`))
    .join("");
}

/** In Gong's words where they are known. */
function reason(issue: z.core.$ZodIssue, request: unknown): string {
  const value = valueAt(request, issue.path);
  if (value === undefined) return "must not be null";
  if (issue.code === "custom" && issue.params?.["isWholeSentence"] === true) return issue.message;
  if (issue.code === "too_big" && issue.origin === "string") return `size must be between 0 and ${issue.maximum}`;
  if (issue.code === "too_small" && value === "") return "must not be empty";
  if (issue.code === "too_small" && issue.origin === "array") return "must not be empty";
  const shown = JSON.stringify(value);
  const cut = shown.length > SHOWN_LENGTH ? `${shown.slice(0, SHOWN_LENGTH)}…` : shown;
  return `${issue.message}; got ${cut}`;
}

function valueAt(request: unknown, path: readonly PropertyKey[]): unknown {
  let value = request;
  for (const key of path) {
    if (typeof value !== "object" || value === null) return undefined;
    value = (value as Record<PropertyKey, unknown>)[key]; // any member of it may be there or not
  }
  return value;
}
