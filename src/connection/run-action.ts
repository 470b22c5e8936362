import { InvalidInputError } from "../calls/errors.ts";
import type { Backend } from "./backend.ts";
import type { AnyAction } from "./define-action.ts";
import { parseParameters, type RawParameters, respell, spellings } from "./parse-parameters.ts";

/**
 * Parses the parameters, runs the action and gives its JSON answer. Whatever is wrong with the input, also when only the backend can
 * tell, is named in the caller's spelling.
 */
export async function runAction(action: AnyAction, backend: Backend, raw: RawParameters): Promise<unknown> {
  const parameters = parseParameters(action, raw);
  try {
    if (backend.forwarding?.forwards(action.name)) return await backend.forwarding.run(action.name, parameters);
    return await action.run(backend, parameters);
  } catch (error) {
    if (error instanceof InvalidInputError) {
      throw new InvalidInputError(respell(error.problems, spellings(raw)), { cause: error });
    }
    throw error;
  }
}
