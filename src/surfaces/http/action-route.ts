import type { Context, Hono } from "hono";
import { InvalidInputError, NotFoundError } from "../../calls/errors.ts";
import { actionNamed } from "../../connection/actions.ts";
import type { AnyAction } from "../../connection/define-action.ts";
import { noteActions, noteAudited } from "./audit-requests.ts";
import { auditedCalls, handedOutCalls } from "./audited-answer.ts";
import { canonicalName } from "../../connection/canonical-name.ts";
import { runAction } from "../../connection/run-action.ts";
import { allowMethods } from "./allow-methods.ts";
import type { HttpEnv } from "./http-env.ts";
import { parseJsonParameters } from "./json-parameters.ts";
import { readBody, requireContentType } from "./read-body.ts";
import { requireActionScopes } from "./require-scopes.ts";
import type { HttpServices } from "./services.ts";

const PATH = "/connection/actions/:action";
export const CONNECTION_HEADER = "Tamtam-Connection";

/** One action with its parameters as a JSON object. */
export function addActionRoute(app: Hono<HttpEnv>, services: Pick<HttpServices, "connections">): void {
  app.post(PATH, async (c) => {
    const action = requireAction(c.req.param("action"));
    noteActions(c, [action]);
    const principal = c.get("principal");
    requireActionScopes(principal, action);
    const connection = readConnectionName(c);
    const body = await readBody(c.req.raw);
    if (body !== "") requireContentType(c.req.raw, "application/json");
    const parameters = parseJsonParameters(body);
    const backend = await services.connections.open(connection, { actingUserId: principal.actingUserId });
    const answer = await runAction(action, backend, parameters);
    noteAudited(c, { callIds: auditedCalls(PATH, {}, answer), handedOut: handedOutCalls(answer) });
    return Response.json(answer);
  });
  allowMethods(app, PATH, ["POST"]);
}

/** Part of the address, so an action that is not there is not found rather than an invalid input. */
function requireAction(name: string): AnyAction {
  try {
    return actionNamed(canonicalName(name));
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error;
    throw new NotFoundError(error.problems.map(({ message }) => message).join("\n"), { cause: error });
  }
}

/** @throws InvalidInputError for anything else in the query */
export function readConnectionName(c: Context<HttpEnv>): string | undefined {
  const strays = Object.keys(c.req.query()).filter((name) => name !== "connection");
  if (strays.length > 0) {
    const message = "is in the query; the parameters of an action go into the JSON body";
    throw new InvalidInputError(strays.map((parameter) => ({ parameter, message })));
  }
  return c.req.query("connection") ?? c.req.header(CONNECTION_HEADER);
}
