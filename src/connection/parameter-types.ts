import { z } from "zod";
import { zonedTime } from "../gong-api/schemas/add-call.ts";
import { refuseDeepNesting } from "../gong-api/wire-json.ts";
import { suggestion } from "./suggestion.ts";

/*
 * The kinds of value a parameter can take. Each accepts JSON (over HTTP) and the text that a person types (command text, command
 * line) and gives the JSON value.
 */

function fromText<Schema extends z.ZodType>(read: (text: string) => unknown, schema: Schema) {
  return z.preprocess((value) => (typeof value === "string" ? read(value.trim()) : value), schema);
}

function fromJsonText<Schema extends z.ZodType>(schema: Schema) {
  return z.preprocess((value, context) => {
    if (typeof value !== "string") return value;
    try {
      refuseDeepNesting(value);
      return JSON.parse(value) as unknown; // checked by `schema` next
    } catch (error) {
      const reason = error instanceof SyntaxError ? error.message : String(error);
      context.issues.push({ code: "custom", message: `is not valid JSON (${reason})`, input: value });
      return z.NEVER;
    }
  }, schema);
}

export function text(maximumLength?: number) {
  const schema = z.string().min(1, { error: "must not be empty" });
  return fromText((typed) => typed, maximumLength === undefined ? schema : schema.max(maximumLength));
}

/** A text that may be empty, which says that there is none. */
export function optionalText(maximumLength?: number) {
  const schema = z.string();
  return fromText((typed) => typed, maximumLength === undefined ? schema : schema.max(maximumLength));
}

/** An id; digits may come as a JSON number as long as it is exact. */
export function id() {
  return z.preprocess(
    (value) => (Number.isSafeInteger(value) ? String(value) : typeof value === "string" ? value.trim() : value),
    z.string().min(1, { error: "must not be empty" }),
  );
}

export function languageCode() {
  return fromText(
    (typed) => typed,
    z.string().refine(isLanguageTag, { error: "must be a BCP-47 code, such as en-US" }),
  );
}

function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag.replaceAll("_", "-")).length === 1;
  } catch {
    return false;
  }
}

/** ISO 8601 with an offset, kept as written. */
export function time() {
  return fromText((typed) => typed, zonedTime);
}

const TRUE = ["true", "yes", "1"];
const FALSE = ["false", "no", "0"];

export function flag() {
  const read = (typed: string) => {
    const word = typed.toLowerCase();
    return TRUE.includes(word) ? true : FALSE.includes(word) ? false : typed;
  };
  return fromText(read, z.boolean({ error: "must be true or false" }));
}

function readNumber(typed: string): unknown {
  return typed !== "" && Number.isFinite(Number(typed)) ? Number(typed) : typed;
}

export function wholeNumber(minimum: number, maximum: number) {
  const error = `must be a whole number from ${minimum} to ${maximum}`;
  return fromText(readNumber, z.int({ error }).min(minimum, { error }).max(maximum, { error }));
}

export function seconds() {
  const error = "must be a number of seconds, 0 or more";
  return fromText(readNumber, z.number({ error }).min(0, { error }));
}

/** One of a few words, in any case. */
export function oneOf<const Word extends string>(words: readonly [Word, ...Word[]]) {
  const read = (typed: string) => words.find((word) => word.toLowerCase() === typed.toLowerCase()) ?? typed;
  return fromText(read, z.enum(words, { error: `must be one of ${words.join(", ")}` }));
}

/** Longer than anything that people look for: each word is looked up, and nobody else is answered meanwhile. */
export const LONGEST_TEXT = 1000;

/** A list of texts: a JSON array, or one text on its own. */
export function textList(mostTexts: number) {
  const item = z.preprocess(
    (value) => (Number.isSafeInteger(value) ? String(value) : value),
    z
      .string({ error: "must be a text" })
      .min(1, { error: "must not be empty" })
      .max(LONGEST_TEXT, { error: `must be at most ${LONGEST_TEXT} characters long` }),
  );
  const schema = z
    .array(item, { error: 'must be a JSON array of texts, such as ["sales", "demo"]' })
    .min(1, { error: "must not be empty" })
    .max(mostTexts, { error: `must have at most ${mostTexts} entries` });
  const read = (typed: string) => (typed.startsWith("[") ? undefined : [typed]);
  return z.preprocess(
    (value) => (typeof value === "string" ? (read(value.trim()) ?? value) : value),
    fromJsonText(schema),
  );
}

/** A JSON value of the given shape. */
export function json<Schema extends z.ZodType>(schema: Schema) {
  return fromJsonText(schema);
}

/** A JSON object with no fields but these: one that is misspelt would be lost. Null means left out. */
export function strictFields<Shape extends z.ZodRawShape>(shape: Shape) {
  const known = Object.keys(shape);
  const schema = z.strictObject(shape, {
    error: ({ code, keys }) =>
      code === "unrecognized_keys"
        ? keys.map((key) => `has no field ${key}${suggestion(key, known)}`).join("; ")
        : undefined,
  });
  return z.preprocess((value) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
    return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== null));
  }, schema);
}
