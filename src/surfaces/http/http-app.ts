import { Hono } from "hono";
import { NotFoundError } from "../../calls/errors.ts";
import { requireAccessKey } from "./access-key.ts";
import { addActionRoute } from "./action-route.ts";
import { allowMethods } from "./allow-methods.ts";
import { auditRequests } from "./audit-requests.ts";
import { addCommandRoute } from "./command-route.ts";
import { refuseCrossSite } from "./cross-site.ts";
import { addDocsRoutes } from "./docs-routes.ts";
import { errorAnswer } from "./error-answer.ts";
import { createGongApp } from "./gong/gong-app.ts";
import type { HttpEnv } from "./http-env.ts";
import { addMcpRoute } from "./mcp-route.ts";
import { addMediaRoutes } from "./media-route.ts";
import { createAuthorizeApp } from "./oauth/authorize-app.ts";
import { createTokenApp } from "./oauth/token-app.ts";
import { addPageRoutes } from "./page/page-routes.ts";
import { securityHeaders } from "./security-headers.ts";
import type { HttpServices } from "./services.ts";
import { addTamtamRoutes } from "./tamtam/tamtam-routes.ts";

/**
 * What stands above the access key is open to all. Of a caller without one no body is read, and no route is named to
 * them.
 */
export function createHttpApp(services: HttpServices): Hono<HttpEnv> {
  const app = new Hono<HttpEnv>();
  addErrorAnswers(app, services);
  app.use(async (c, next) => {
    c.set("requestId", services.makeRequestId());
    await next();
    c.res.headers.set("X-Request-Id", c.get("requestId"));
  });
  app.use(securityHeaders);
  app.use(auditRequests(services.audit));
  app.route("/v2", createGongApp(services));
  app.use(async (c, next) => {
    refuseCrossSite(c.req.raw);
    await next();
  });

  app.get("/health", () => Response.json({ status: "ok", version: services.version }));
  allowMethods(app, "/health", ["GET", "HEAD"]);
  addMediaRoutes(app, services);
  addPageRoutes(app, services);
  app.route("/oauth2", createAuthorizeApp(services));
  app.route("/oauth2", createTokenApp(services));

  addMcpRoute(app, services);
  app.use(async (c, next) => {
    await requireAccessKey(c, services);
    await next();
  });
  addCommandRoute(app, services);
  addActionRoute(app, services);
  addTamtamRoutes(app, services);
  addDocsRoutes(app, services);
  return app;
}

function addErrorAnswers(app: Hono<HttpEnv>, services: Pick<HttpServices, "reportError">): void {
  app.onError((error, c) => {
    const { status, headers, body, isUnexpected } = errorAnswer(error, c.get("requestId"));
    if (isUnexpected) services.reportError(error, body.requestId);
    return c.json(body, status, headers);
  });
  app.notFound((c) => {
    throw new NotFoundError(`There is nothing at ${c.req.path}; /docs shows what there is.`);
  });
}
