import type { z } from "zod";
import { InvalidInputError } from "../../calls/errors.ts";
import { withoutNulls } from "../wire-json.ts";

const SHOWN_LENGTH = 100;

/** @throws InvalidInputError with all problems, each in Gong's pattern `<field>: <reason>` */
export function parseRequest<Schema extends z.ZodType>(schema: Schema, request: unknown): z.output<Schema> {
  const given = withoutNulls(request);
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  throw new InvalidInputError(
    parsed.error.issues.map((issue) => ({ parameter: fieldName(issue.path), message: reason(issue, given) })),
  );
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
