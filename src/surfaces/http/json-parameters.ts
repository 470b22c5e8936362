import { parse, type ParseError, printParseErrorCode } from "jsonc-parser";
import { InvalidInputError } from "../../calls/errors.ts";
import { refuseDeepNesting } from "../../gong-api/wire-json.ts";
import type { RawParameters } from "../../connection/parse-parameters.ts";

/** Reads a JSON object of parameters; an empty body has none. @throws InvalidInputError saying where the JSON broke. */
export function parseJsonParameters(body: string): RawParameters {
  if (body.trim() === "") return { entries: [] };
  const value = parseJson(body);
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return { entries: Object.entries(value) };
  const kind = value === null ? "null" : Array.isArray(value) ? "an array" : `a ${typeof value}`;
  throw invalid(`must be a JSON object of parameters, such as {"call-id": "123"}; got ${kind}`);
}

function parseJson(body: string): unknown {
  refuseNested(body);
  try {
    return JSON.parse(body) as unknown; // its shape is looked at next
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw invalid(`is not valid JSON${whereItBroke(body)}`, error);
  }
}

/** Before anything else: the parser that says where JSON broke calls itself for each level, too. */
function refuseNested(body: string): void {
  try {
    refuseDeepNesting(body);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw invalid(`is not valid JSON: ${error.message}`, error);
  }
}

/** V8 gives a position with some of its messages only, so a parser that goes on after errors is asked. */
function whereItBroke(body: string): string {
  const errors: ParseError[] = [];
  parse(body, errors, { disallowComments: true, allowTrailingComma: false });
  const [first] = errors;
  if (!first) return "";
  const before = body.slice(0, first.offset).split("\n");
  const column = (before.at(-1)?.length ?? 0) + 1;
  return ` at line ${before.length}, column ${column}: ${inWords(printParseErrorCode(first.error))}`;
}

/** `CommaExpected` → `comma expected` */
function inWords(code: string): string {
  return code.replace(/(?<!^)([A-Z])/g, " $1").toLowerCase();
}

function invalid(message: string, cause?: unknown): InvalidInputError {
  return new InvalidInputError([{ parameter: "body", message }], { cause });
}
