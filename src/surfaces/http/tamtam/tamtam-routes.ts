import type { Context, Hono } from "hono";
import { InvalidInputError } from "../../../calls/errors.ts";
import { parseRequest } from "../../../gong-api/parse/parse-request.ts";
import { type TamtamOperation, tamtamOperations } from "../../../gong-api/tamtam/tamtam-operations.ts";
import { parseWireJson } from "../../../gong-api/wire-json.ts";
import { allowMethods } from "../allow-methods.ts";
import { noteAudited } from "../audit-requests.ts";
import { auditedCalls, auditedPath, isChanging } from "../audited-answer.ts";
import type { HttpEnv } from "../http-env.ts";
import { readBody, requireContentType } from "../read-body.ts";
import { requireFullKey } from "../require-scopes.ts";
import type { HttpServices } from "../services.ts";

/** What Gong's API lacks, under `/tamtam/v1`: one route for each row of the table, errors in the envelope of this server's own paths. */
export function addTamtamRoutes(app: Hono<HttpEnv>, { tamtamApi }: Pick<HttpServices, "tamtamApi">): void {
  for (const operation of tamtamOperations) {
    app.on(operation.method, routePath(operation), async (c) => {
      const path = auditedPath(operation.path, c.req.param());
      noteAudited(c, { operation: operation.id, path, isChange: isChanging(operation) });
      requireFullKey(c.get("principal"), operation.id);
      const request: unknown = parseRequest(operation.request, await readRequest(c, operation));
      // The row's schema has just made the request that the operation of the same id takes.
      const run = tamtamApi[operation.id].bind(tamtamApi) as (request: unknown) => Promise<object>;
      const answer = await run(request);
      noteAudited(c, { callIds: auditedCalls(operation.path, c.req.param(), answer) });
      return Response.json(answer, { status: operation.parts.status ?? 200 });
    });
  }
  for (const [path, rows] of Map.groupBy(tamtamOperations, routePath)) {
    allowMethods(
      app,
      path,
      rows.map(({ method }) => method),
    );
  }
}

/** The members of the body, the query and the path make one request. A member that no row names is refused by its schema. */
async function readRequest(c: Context<HttpEnv>, { parts }: TamtamOperation): Promise<object> {
  const body = parts.body === undefined ? {} : await readJson(c.req.raw);
  const query = Object.fromEntries((parts.query ?? []).map((name) => [name, c.req.query(name)]));
  const path: Readonly<Record<string, string>> = c.req.param();
  refuseOthers(body, path);
  return { ...body, ...query, ...path };
}

/** What the path names cannot be changed; a body that was read here and is sent back names the same. */
function refuseOthers(body: object, path: Readonly<Record<string, string>>): void {
  const problems = Object.entries(body).flatMap(([name, value]: [string, unknown]) => {
    const named = Object.hasOwn(path, name) ? path[name] : undefined;
    if (named === undefined || value === null || String(value) === named) return [];
    return [
      { parameter: name, message: `is ${named} in the path and cannot be another; got ${JSON.stringify(value)}` },
    ];
  });
  if (problems.length > 0) throw new InvalidInputError(problems);
}

async function readJson(request: Request): Promise<object> {
  const text = await readBody(request);
  if (text.trim() === "") return {};
  requireContentType(request, "application/json");
  const value = parseJson(text);
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value;
  throw new InvalidInputError([{ parameter: "body", message: "must be a JSON object" }]);
}

function parseJson(text: string): unknown {
  try {
    return parseWireJson(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new InvalidInputError([{ parameter: "body", message: `is not valid JSON: ${error.message}` }], {
      cause: error,
    });
  }
}

/** `/tamtam/v1/users/{id}` as the router has it. */
function routePath({ path }: TamtamOperation): string {
  return path.replaceAll(/\{(\w+)\}/g, ":$1");
}
