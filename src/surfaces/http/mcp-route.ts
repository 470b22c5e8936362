import type { Context, Hono } from "hono";
import type { ActionRunner } from "../../connection/action-runner.ts";
import { runAction } from "../../connection/run-action.ts";
import { requireKeyOrToken } from "./access-token.ts";
import { readConnectionName } from "./action-route.ts";
import { allowMethods } from "./allow-methods.ts";
import { type ActionOutcome, auditActions } from "./audit-requests.ts";
import { auditedCalls, handedOutCalls } from "./audited-answer.ts";
import { errorAnswer } from "./error-answer.ts";
import type { HttpEnv } from "./http-env.ts";
import { requireActionScopes } from "./require-scopes.ts";
import type { HttpServices } from "./services.ts";

const PATH = "/mcp";

type McpRouteServices = Pick<HttpServices, "access" | "audit" | "connections" | "mcp" | "reportError">;

/** MCP's Streamable HTTP without sessions: each request stands alone, so there is nothing to get or to end. */
export function addMcpRoute(app: Hono<HttpEnv>, services: McpRouteServices): void {
  app.use(PATH, async (c, next) => {
    await requireKeyOrToken(c, services);
    await next();
  });
  app.post(PATH, (c) => services.mcp(c.req.raw, runnerFor(c, services)));
  allowMethods(app, PATH, ["POST"]);
}

/** With the rights of who sent the request. Its actions may go on after the answer has begun, so each is noted when it ends. */
function runnerFor(c: Context<HttpEnv>, services: McpRouteServices): ActionRunner {
  const { connections, reportError } = services;
  const principal = c.get("principal");
  const requestId = c.get("requestId");
  const connection = readConnectionName(c);
  const audit = auditActions(c, services.audit, PATH);
  return {
    run: async (action, parameters, signal) => {
      try {
        requireActionScopes(principal, action);
        const backend = await connections.open(connection, { actingUserId: principal.actingUserId, signal });
        const answer = await runAction(action, backend, parameters);
        audit(action, outcomeOf(answer));
        return { answer };
      } catch (error) {
        audit(action, { status: errorAnswer(error, requestId).status });
        throw error;
      }
    },
    report: (error) => {
      reportError(error, requestId);
      return requestId;
    },
  };
}

function outcomeOf(answer: unknown): ActionOutcome {
  return { status: 200, callIds: auditedCalls(PATH, {}, answer), handedOut: handedOutCalls(answer) };
}
