import type { InputProblem } from "../../../calls/errors.ts";
import type { AnyAction } from "../../../connection/define-action.ts";
import { canonicalName } from "../../../connection/canonical-name.ts";
import { suggestion } from "../../../connection/suggestion.ts";
import { isFlag } from "./parameter-facts.ts";

/** Options as typed: the parameters they give, and what is wrong with the rest. */
export interface ReadOptions {
  readonly entries: (readonly [name: string, value: unknown])[];
  readonly problems: InputProblem[];
}

/**
 * Reads `--name value`, `--name=value` and, for flags, `--name` alone as parameters of an action. Done here rather than
 * by commander because that stops at the first mistake, and people want to hear of all of them.
 * @param others further options the caller may have meant, for the suggestion.
 */
export function readOptions(words: readonly string[], action: AnyAction, others: readonly string[]): ReadOptions {
  const entries: ReadOptions["entries"] = [];
  const problems: InputProblem[] = [];
  const rest = words.filter((word) => word !== "--");
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    const [, name, inline] = /^(--?[^=]+)(?:=(.*))?$/s.exec(word) ?? [];
    if (name === undefined) {
      problems.push({
        parameter: `"${word}"`,
        message: "belongs to no option; quote a value that has spaces or quotes in it",
      });
      continue;
    }
    const schema = action.parameters.shape[canonicalName(name)];
    const value = inline ?? (isOption(rest[0]) ? undefined : rest.shift());
    if (schema === undefined) problems.push(unknownOption(name, action, others));
    else if (value !== undefined) entries.push([name, value]);
    else if (isFlag(schema)) entries.push([name, true]);
    else problems.push({ parameter: name, message: `needs a value; one that starts with -- is written ${name}=--…` });
  }
  return { entries, problems };
}

function isOption(word: string | undefined): boolean {
  return word === undefined || word.startsWith("--");
}

function unknownOption(name: string, action: AnyAction, others: readonly string[]): InputProblem {
  const known = [...Object.keys(action.parameters.shape).map((parameter) => `--${parameter}`), ...others];
  return { parameter: name, message: `is not an option of ${action.name}${suggestion(name, known)}` };
}
