import { actions } from "../../../connection/actions.ts";
import type { AnyAction } from "../../../connection/define-action.ts";
import { parameterFacts } from "../input/parameter-facts.ts";

/** What could stand here, and the part of the line that it would replace: what `node:readline` asks for. */
export type Completion = [candidates: string[], replaced: string];

const shellWords = ["exit", "help"];

/** Completes the last word of a line, given the lines of the command before it. */
export function complete(line: string, pending: readonly string[], connectionNames: readonly string[]): Completion {
  const word = /\S*$/.exec(line)?.[0] ?? "";
  const before = line.slice(0, line.length - word.length);
  const candidates = candidatesFor(before, pending, connectionNames);
  return [candidates.filter((candidate) => candidate.startsWith(word)), word];
}

function candidatesFor(before: string, pending: readonly string[], connectionNames: readonly string[]): string[] {
  const typed = [...pending, before].join("\n");
  const asked = /(?:^|\s)([a-z][a-z0-9-]*):\s+$/.exec(before)?.[1];
  if (asked === "action") return actions.map(({ name }) => name);
  const action = actionIn(typed);
  if (asked !== undefined) return wordsOf(action, asked);
  if (action) return unusedParameters(action, typed);
  if (typed.trim() === "")
    return [...connectionNames.map((name) => `/${name}`), ...actions.map(withSpace), ...shellWords];
  if (typed.trim() === "help") return actions.map(({ name }) => name);
  return pending.length > 0 && before === "" ? ["action: "] : actions.map(withSpace);
}

function withSpace({ name }: AnyAction): string {
  return `${name} `;
}

/** The action of a command so far: after the connection, after `action:`, or at the very start. */
function actionIn(typed: string): AnyAction | undefined {
  const [, name] =
    /(?:^|\n)action:\s+([a-z-]+)(?=\s)|^\/\S+\s+(?:action:\s+)?([a-z-]+)(?=\s)|^([a-z-]+)(?=\s)/
      .exec(typed)
      ?.filter(Boolean) ?? [];
  return actions.find((action) => action.name === name);
}

function unusedParameters(action: AnyAction, typed: string): string[] {
  return Object.keys(action.parameters.shape)
    .filter((name) => !new RegExp(`(?:^|\\s)${name}:`).test(typed))
    .map((name) => `${name}: `);
}

function wordsOf(action: AnyAction | undefined, parameter: string): string[] {
  const facts = action && parameterFacts(action).find(({ name }) => name === parameter);
  if (!facts) return [];
  return facts.isFlag ? ["true", "false"] : [...facts.words];
}
