import type { z } from "zod";

type Issue = z.core.$ZodIssue;

/** The library's own words for an issue begin with one of these; ours do not. */
const LIBRARY_WORDS = /^(?:Invalid (?:input|option|key|element|value|number|string)|Too (?:small|big)|Unrecognized)/;

const kinds: Readonly<Record<string, string>> = {
  string: "must be a text",
  number: "must be a number",
  int: "must be a whole number",
  boolean: "must be true or false",
  array: "must be a JSON array",
  object: "must be a JSON object",
};

/** What is wrong with a value and how to mend it, where the schema does not say so in words of its own. */
export function problemWords(issue: Issue, value: unknown): string {
  if (value === undefined) return "is required";
  if (!LIBRARY_WORDS.test(issue.message)) return issue.message;
  if (issue.code === "invalid_type") return kinds[issue.expected] ?? issue.message;
  if (issue.code === "invalid_union") return "must be a text or a whole number";
  if (issue.code === "too_small") return tooSmall(issue);
  if (issue.code === "too_big") return tooBig(issue, value);
  if (issue.code === "unrecognized_keys") return `has no field ${issue.keys.map((key) => `"${key}"`).join(", ")}`;
  return issue.message;
}

function tooSmall({ origin, minimum }: { origin: string; minimum: number | bigint }): string {
  if (origin === "string" || origin === "array") return "must not be empty";
  return `must be ${minimum} or more`;
}

function tooBig({ origin, maximum }: { origin: string; maximum: number | bigint }, value: unknown): string {
  if (origin !== "string") return `must be ${maximum} or less`;
  return `must be at most ${maximum} characters long and has ${String(value).length}`;
}
