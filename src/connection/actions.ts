import { addCall } from "./actions/add-call.ts";
import { deleteCall } from "./actions/delete-call.ts";
import { editCall } from "./actions/edit-call.ts";
import { getCall } from "./actions/get-call.ts";
import { retryCall } from "./actions/retry-call.ts";
import { searchCalls } from "./actions/search-calls.ts";
import type { AnyAction } from "./define-action.ts";
import { suggestion } from "./suggestion.ts";
import { InvalidInputError } from "../calls/errors.ts";

/** Every action there is, in the order they are shown. */
export const actions: readonly AnyAction[] = [addCall, getCall, searchCalls, retryCall, editCall, deleteCall];

/** @throws InvalidInputError naming the nearest action. */
export function actionNamed(name: string): AnyAction {
  const action = actions.find((candidate) => candidate.name === name);
  if (action) return action;
  const names = actions.map((candidate) => candidate.name);
  throw new InvalidInputError([
    { parameter: "action", message: `there is no action "${name}"${suggestion(name, names)}` },
  ]);
}
