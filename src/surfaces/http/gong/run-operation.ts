import type { Context } from "hono";
import type { GongApi } from "../../../gong-api/gong-api.ts";
import type { ServedOperation } from "../../../gong-api/operation.ts";
import { parseRequest } from "../../../gong-api/parse/parse-request.ts";
import { wireError } from "../../../gong-api/wire-errors.ts";
import { noteAudited } from "../audit-requests.ts";
import { accessedCalls, auditedCalls, handedOutCalls } from "../audited-answer.ts";
import type { HttpEnv } from "../http-env.ts";
import { requireScope } from "../require-scopes.ts";
import type { HttpServices } from "../services.ts";
import { sendMembers } from "./gong-answer.ts";
import { openFilePart } from "./file-part.ts";
import { parseJsonText, readJsonText } from "./json-body.ts";
import { whoSentWhat, type WrittenPage } from "./kept-pages.ts";
import { WrittenMembers } from "./written-members.ts";

/** One request to one operation. Who sent it is known, and that they may: of others nothing is read. */
export async function runOperation(
  c: Context<HttpEnv>,
  operation: ServedOperation,
  { gongApi, keptPages, troubles }: Pick<HttpServices, "gongApi" | "keptPages" | "troubles">,
): Promise<Response> {
  const bodyText = operation.parts.body === undefined ? "" : await readJsonText(c);
  const write = () => writeAnswer(c, operation, gongApi, bodyText);
  const answer =
    keptPages !== undefined && pagesOfCalls.has(operation.id)
      ? await keptPages.page(whoSentWhat(operation.id, c.get("principal"), [sentUrl(c), bodyText]), write)
      : await write();
  noteAudited(c, answer.audited);
  return sendMembers(c, answer.members, {
    status: operation.parts.status ?? 200,
    isInPieces: troubles === undefined,
  });
}

const pagesOfCalls: ReadonlySet<string> = new Set<keyof GongApi>([
  "listCalls",
  "listCallsExtensive",
  "getCallTranscripts",
]);

/** As it stood in the request. */
function sentUrl(c: Context<HttpEnv>): string {
  const below = c.env as HttpEnv["Bindings"] | undefined; // a request that no server stands below may have none
  return below?.incoming?.url ?? c.req.url;
}

async function writeAnswer(
  c: Context<HttpEnv>,
  operation: ServedOperation,
  apiFor: HttpServices["gongApi"],
  bodyText: string,
): Promise<WrittenPage> {
  const { parts } = operation;
  const principal = c.get("principal");
  const body = parts.body === undefined ? {} : readBody(c, operation, bodyText);
  const request: unknown = parseRequest(operation.request, {
    ...body,
    ...pickQuery(c, parts.query ?? []),
    ...c.req.param(),
  });
  for (const scope of operation.furtherScopes(request)) requireScope(principal, scope);
  const api = apiFor(principal.actingUserId);
  // The row's schema has just made the request that the operation of the same id takes.
  const run = api[operation.id].bind(api) as (request: unknown) => Promise<object>;
  const answer = await runWithFile(c, operation, request, run);
  const callIds = [...auditedCalls(operation.path, c.req.param(), answer), ...accessedCalls(request)];
  return {
    members: new WrittenMembers(answer),
    audited: { ...c.get("audited"), callIds, handedOut: handedOutCalls(answer) },
    isFirst: (request as { readonly cursor?: unknown }).cursor === undefined, // a request is an object
  };
}

async function runWithFile(
  c: Context<HttpEnv>,
  { parts }: ServedOperation,
  request: unknown,
  run: (request: unknown) => Promise<object>,
): Promise<object> {
  if (parts.file === undefined) return run(request);
  using file = await openFilePart(c, parts.file);
  return await run({ ...(request as object), file: file.bytes }); // a request is an object
}

function readBody(c: Context<HttpEnv>, { parts }: ServedOperation, bodyText: string): object {
  const body = parseJsonText(bodyText);
  if (parts.bodyOrQuery !== undefined && isEmpty(body) && queried(c, parts.bodyOrQuery).length === 0) {
    throw wireError("media-type");
  }
  return typeof body === "object" && body !== null && !Array.isArray(body) ? body : { body };
}

function isEmpty(body: unknown): boolean {
  return typeof body === "object" && body !== null && !Array.isArray(body) && Object.keys(body).length === 0;
}

/** Only what the operation knows: Gong passes over all else. A parameter given several times is an array. */
function pickQuery(c: Context<HttpEnv>, names: readonly string[]): object {
  const given = names.flatMap((name) => {
    const [first, ...others] = queried(c, name);
    // An empty parameter says as much as none.
    if (first === undefined || (first === "" && others.length === 0)) return [];
    return [[name, others.length === 0 ? first : [first, ...others]] as const];
  });
  return Object.fromEntries(given);
}

/** Some clients write the name of a list with brackets. */
function queried(c: Context<HttpEnv>, name: string): readonly string[] {
  return c.req.queries(name) ?? c.req.queries(`${name}[]`) ?? [];
}
