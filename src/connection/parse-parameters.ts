import { z } from "zod";
import { InvalidInputError, type InputProblem } from "../calls/errors.ts";
import { refuseDeepNesting } from "../gong-api/wire-json.ts";
import { canonicalName } from "./canonical-name.ts";
import type { AnyAction } from "./define-action.ts";
import { problemWords } from "./problem-words.ts";
import { suggestion } from "./suggestion.ts";

/** Parameters as a surface received them. */
export interface RawParameters {
  /** The name as the caller wrote it, and the value as text or JSON. */
  readonly entries: readonly (readonly [name: string, value: unknown])[];
  /** How this surface spells a parameter that the caller did not write: `--call-title`. As on the spec's page by default. */
  readonly spell?: ((name: string) => string) | undefined;
}

/** How each parameter is to be named to this caller: as they wrote it, or as their surface would. */
export function spellings(raw: RawParameters): (name: string) => string {
  const written = new Map(raw.entries.map(([name]) => [canonicalName(name), name]));
  return (name) => written.get(name) ?? raw.spell?.(name) ?? name;
}

/**
 * Reads an action's parameters. Every problem is found, not only the first.
 * @throws InvalidInputError naming each parameter in the caller's spelling, the value, and the mend.
 */
export function parseParameters(action: AnyAction, raw: RawParameters): Record<string, unknown> {
  const spell = spellings(raw);
  const problems: InputProblem[] = [...unknownNames(action, raw)];
  const values = new Map(raw.entries.map(([name, value]) => [canonicalName(name), value]));
  const parsed: Record<string, unknown> = {};
  for (const [name, schema] of Object.entries(action.parameters.shape)) {
    const value = values.get(name) ?? undefined; // null means left out
    const result = z.safeParse(schema, value);
    if (result.success) {
      if (result.data !== undefined) parsed[name] = result.data;
    } else if (value === undefined) {
      problems.push({
        parameter: spell(name),
        message: `is required: ${z.globalRegistry.get(schema)?.description ?? ""}`,
      });
    } else {
      problems.push(...describe(result.error, spell(name), value));
    }
  }
  problems.push(...respell(action.check(parsed), spell));
  if (problems.length > 0) throw new InvalidInputError(problems);
  return parsed;
}

/** Problems that name a parameter in any spelling (`participants[1].userId`, `participantPhone`), in the caller's. */
export function respell(problems: readonly InputProblem[], spell: (name: string) => string): InputProblem[] {
  return problems.map(({ parameter, message }) => {
    const [, name = parameter, path = ""] = /^([^.[]+)(.*)$/.exec(parameter) ?? [];
    return { parameter: spell(canonicalName(name)) + path, message };
  });
}

function unknownNames(action: AnyAction, raw: RawParameters): InputProblem[] {
  const known = Object.keys(action.parameters.shape);
  const seen = new Set<string>();
  return raw.entries.flatMap(([written]) => {
    const name = canonicalName(written);
    if (!known.includes(name)) {
      return [{ parameter: written, message: `is not a parameter of ${action.name}${suggestion(written, known)}` }];
    }
    if (seen.has(name)) return [{ parameter: written, message: "is given twice; leave one out" }];
    seen.add(name);
    return [];
  });
}

function describe(error: z.ZodError, parameter: string, given: unknown): InputProblem[] {
  return error.issues.map((issue) => {
    const path = issue.path.map((step) => (typeof step === "number" ? `[${step}]` : `.${String(step)}`)).join("");
    const value = valueAt(readJson(given), issue.path);
    const got = value === undefined ? "" : `; got ${preview(value)}`;
    return { parameter: parameter + path, message: problemWords(issue, value) + got };
  });
}

function readJson(value: unknown): unknown {
  if (typeof value !== "string") return value;
  try {
    refuseDeepNesting(value);
    return JSON.parse(value) as unknown; // only walked along a path of keys that may be missing
  } catch {
    return value; // plain text is its own value
  }
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let at = value;
  for (const step of path) at = memberOf(at, step);
  return at;
}

/** One text may stand for a list of it alone. */
function memberOf(value: unknown, step: PropertyKey): unknown {
  if (typeof value === "string" && step === 0) return value;
  return typeof value === "object" && value !== null ? Reflect.get(value, step) : undefined;
}

const PREVIEW_LENGTH = 80;

function preview(value: unknown): string {
  const written = JSON.stringify(value) ?? "nothing";
  return written.length <= PREVIEW_LENGTH ? written : `${written.slice(0, PREVIEW_LENGTH)}…`;
}
