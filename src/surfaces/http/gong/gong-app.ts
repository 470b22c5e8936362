import { Hono } from "hono";
import type { Operation } from "../../../gong-api/operation.ts";
import { operationName } from "../../../gong-api/operation.ts";
import { operations } from "../../../gong-api/operations.ts";
import { wireError } from "../../../gong-api/wire-errors.ts";
import { requireKeyOrToken } from "../access-token.ts";
import { keepCompanyLimits } from "../company-limits.ts";
import { noteAudited } from "../audit-requests.ts";
import { auditedPath, isChanging } from "../audited-answer.ts";
import { refuseCrossSite } from "../cross-site.ts";
import type { HttpEnv } from "../http-env.ts";
import { requireScope } from "../require-scopes.ts";
import type { HttpServices } from "../services.ts";
import { gongAnswer } from "./gong-answer.ts";
import { gongErrorAnswer } from "./gong-error-answer.ts";
import { makeTrouble } from "./make-trouble.ts";
import { runOperation } from "./run-operation.ts";

/** Gong's API v2 under `/v2`: one route for each row of the operation table, errors in Gong's envelope. */
export function createGongApp(services: HttpServices): Hono<HttpEnv> {
  const app = new Hono<HttpEnv>();
  app.onError((error, c) => {
    const { status, errors, headers, isUnexpected } = gongErrorAnswer(error);
    if (isUnexpected) services.reportError(error, c.get("requestId"));
    return gongAnswer(c, { errors }, { status, headers });
  });
  app.use(async (c, next) => {
    refuseCrossSite(c.req.raw);
    await requireKeyOrToken(c, services);
    await keepCompanyLimits(services);
    await next();
  });
  if (services.troubles) app.use(makeTrouble(services.troubles));
  for (const operation of operations) addRoute(app, operation, services);
  refuseOtherMethods(app);
  app.all("*", () => {
    throw wireError("path-not-found");
  });
  return app;
}

function addRoute(app: Hono<HttpEnv>, operation: Operation, services: HttpServices): void {
  const path = routePath(operation);
  app.on(operation.method, path, async (c, next) => {
    noteAudited(c, {
      operation: operation.id,
      path: auditedPath(operation.path, c.req.param()),
      isChange: isChanging(operation),
    });
    requireScope(c.get("principal"), operation.scope);
    await next();
  });
  switch (operation.support) {
    case "served":
      app.on(operation.method, path, (c) => runOperation(c, operation, services));
      return;
    case "not-yet":
      app.on(operation.method, path, () => {
        throw wireError("not-served-yet", operationName(operation));
      });
      return;
    case "refused":
      app.on(operation.method, path, () => {
        throw wireError("product-missing", operationName(operation), operation.product);
      });
  }
}

/** After every route, and `/calls/{id}` after `/calls/extensive`, which it takes too. */
function refuseOtherMethods(app: Hono<HttpEnv>): void {
  const byPath = [...Map.groupBy(operations, routePath)];
  for (const [path, rows] of byPath.sort(([a], [b]) => Number(a.includes(":")) - Number(b.includes(":")))) {
    const methods = rows.map((operation) => operation.method);
    const allowed = methods.includes("GET") ? [...methods, "HEAD"] : methods;
    app.all(path, (c) => {
      c.header("Allow", allowed.join(", "));
      throw wireError("method-not-allowed");
    });
  }
}

/** `/v2/calls/{id}/media` as the router of `/v2` has it: `/calls/:id/media`. */
function routePath({ path }: Operation): string {
  return path.slice("/v2".length).replaceAll(/\{(\w+)\}/g, ":$1");
}
