import type { Context } from "hono";
import type { ServedOperation } from "../../../gong-api/operation.ts";
import { parseRequest } from "../../../gong-api/parse/parse-request.ts";
import type { HttpEnv } from "../http-env.ts";
import { requireScope } from "../require-scopes.ts";
import type { HttpServices } from "../services.ts";
import { gongAnswer } from "./gong-answer.ts";
import { openFilePart } from "./file-part.ts";
import { readJsonBody } from "./json-body.ts";

/** One request to one operation. Who sent it is known, and that they may: of others nothing is read. */
export async function runOperation(
  c: Context<HttpEnv>,
  operation: ServedOperation,
  apiFor: HttpServices["gongApi"],
): Promise<Response> {
  const { parts } = operation;
  const principal = c.get("principal");
  const given = { ...(await readBody(c, operation)), ...pickQuery(c, parts.query ?? []), ...c.req.param() };
  const request: unknown = parseRequest(operation.request, given);
  for (const scope of operation.furtherScopes(request)) requireScope(principal, scope);
  const api = apiFor(principal.actingUserId);
  // The row's schema has just made the request that the operation of the same id takes.
  const run = api[operation.id].bind(api) as (request: unknown) => Promise<object>;
  if (parts.file === undefined) return gongAnswer(c, await run(request), { status: parts.status ?? 200 });
  using file = await openFilePart(c, parts.file);
  const answer = await run({ ...(request as object), file: file.bytes }); // a request is an object
  return gongAnswer(c, answer, { status: parts.status ?? 200 });
}

async function readBody(c: Context<HttpEnv>, { parts }: ServedOperation): Promise<object> {
  if (parts.body === undefined) return {};
  const body = await readJsonBody(c);
  return typeof body === "object" && body !== null && !Array.isArray(body) ? body : { body };
}

/** Only what the operation knows: Gong passes over all else. A parameter given several times is an array. */
function pickQuery(c: Context<HttpEnv>, names: readonly string[]): object {
  const given = names.flatMap((name) => {
    const [first, ...others] = c.req.queries(name) ?? [];
    // An empty parameter says as much as none.
    if (first === undefined || (first === "" && others.length === 0)) return [];
    return [[name, others.length === 0 ? first : [first, ...others]] as const];
  });
  return Object.fromEntries(given);
}
