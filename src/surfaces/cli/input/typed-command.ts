import { type InputProblem, InvalidInputError } from "../../../calls/errors.ts";
import type { AnyAction } from "../../../connection/define-action.ts";
import { parseParameters } from "../../../connection/parse-parameters.ts";
import { type Folders, resolveMediaPaths } from "./media-path.ts";

/** A command as somebody typed it, in whatever form, before its parameters are checked. */
export interface TypedCommand {
  /** `undefined`: the default connection. */
  readonly connection: string | undefined;
  readonly action: AnyAction;
  readonly entries: readonly (readonly [name: string, value: unknown])[];
  /** What was found wrong while reading it. */
  readonly problems?: readonly InputProblem[] | undefined;
  /** How the form it was typed in spells a parameter: `--call-id`. */
  readonly spell?: ((name: string) => string) | undefined;
}

/** A command whose parameters are right, as far as can be told without running it. */
export interface CheckedCommand extends TypedCommand {
  readonly problems?: undefined;
}

/**
 * Checks commands before any of them runs, so that a mistake in the last one leaves nothing half done.
 * @throws InvalidInputError with every problem of every command.
 */
export async function checkCommands(typed: readonly TypedCommand[], folders: Folders): Promise<CheckedCommand[]> {
  const checked: CheckedCommand[] = [];
  const problems: InputProblem[] = [];
  for (const [position, command] of typed.entries()) {
    const media = await resolveMediaPaths(command.entries, folders);
    const found = problemsOf({ ...command, problems: [...(command.problems ?? []), ...media.problems] });
    const place = typed.length > 1 ? `command ${position + 1} (${command.action.name}), ` : "";
    problems.push(...found.map(({ parameter, message }) => ({ parameter: place + parameter, message })));
    checked.push({ ...command, problems: undefined, entries: media.entries });
  }
  if (problems.length > 0) throw new InvalidInputError(problems);
  return checked;
}

function problemsOf({ action, entries, spell, problems = [] }: TypedCommand): readonly InputProblem[] {
  try {
    parseParameters(action, { entries, spell });
    return problems;
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error;
    // An option without its value was already reported; that it is required would be the same news twice.
    const reported = new Set(problems.map(({ parameter }) => parameter));
    return [...problems, ...error.problems.filter(({ parameter }) => !reported.has(parameter))];
  }
}
