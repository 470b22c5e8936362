import { type Context, Hono } from "hono";
import { type Redirection, OAuthError } from "../../../gong-api/oauth.ts";
import { requireAccessKey } from "../access-key.ts";
import { allowMethods } from "../allow-methods.ts";
import { noteAudited } from "../audit-requests.ts";
import { errorAnswer } from "../error-answer.ts";
import type { HttpEnv } from "../http-env.ts";
import { readBody, requireContentType } from "../read-body.ts";
import type { HttpServices } from "../services.ts";
import { consentPage, refusalPage } from "./consent-page.ts";
import { oneOf, readAuthorizationRequest } from "./oauth-parameters.ts";

type AuthorizeServices = Pick<HttpServices, "access" | "oauth" | "reportError">;

const PATH = "/authorize";

/** `/oauth2/authorize`: where an app sends the operator's browser. The operator signs in with an access key, and allows or refuses. */
export function createAuthorizeApp(services: AuthorizeServices): Hono<HttpEnv> {
  const app = new Hono<HttpEnv>();
  addErrorPages(app, services);
  app.get(PATH, async (c) => {
    const operator = await requireAccessKey(c, services);
    const request = readAuthorizationRequest(new URL(c.req.url).searchParams);
    const asked = await services.oauth.ask(request, operator);
    if ("redirectTo" in asked) return goTo(c, asked);
    return c.html(consentPage(request, asked, operator.id), 200, pageHeaders(asked.redirectUri));
  });
  app.post(PATH, async (c) => {
    const operator = await requireAccessKey(c, services);
    noteAudited(c, { operation: "allow-app", path: "/oauth2/authorize", isChange: true });
    requireContentType(c.req.raw, "application/x-www-form-urlencoded");
    const form = new URLSearchParams(await readBody(c.req.raw));
    const decision = { isAllowed: oneOf(form, "decision") === "allow", ticket: oneOf(form, "ticket") ?? "" };
    return goTo(c, await services.oauth.decide(readAuthorizationRequest(form), decision, operator));
  });
  allowMethods(app, PATH, ["GET", "HEAD", "POST"]);
  return app;
}

function goTo(c: Context<HttpEnv>, { redirectTo }: Redirection): Response {
  return c.redirect(redirectTo, 303);
}

/** No scripts, no frames. A form's policy also holds for where its answer sends the browser. */
function pageHeaders(redirectUri?: string): Record<string, string> {
  const { protocol, origin } = new URL(redirectUri ?? "about:blank");
  const target = redirectUri === undefined ? "" : ` ${origin === "null" ? protocol : origin}`;
  const policy = [
    "default-src 'none'",
    "style-src 'unsafe-inline'",
    "img-src data:",
    "base-uri 'none'",
    `form-action 'self'${target}`,
    "frame-ancestors 'none'",
  ];
  return {
    "Content-Security-Policy": policy.join("; "),
    "X-Frame-Options": "DENY",
    // Without a referrer the browser would call the form's origin "null", and it would count as another site's.
    "Referrer-Policy": "same-origin",
  };
}

function addErrorPages(app: Hono<HttpEnv>, services: Pick<HttpServices, "reportError">): void {
  app.onError((error, c) => {
    if (error instanceof OAuthError) return c.html(refusalPage(error.message), 400, pageHeaders());
    const { status, headers, body, isUnexpected } = errorAnswer(error, c.get("requestId"));
    if (isUnexpected) services.reportError(error, body.requestId);
    return c.html(refusalPage(body.error.message), status, { ...headers, ...pageHeaders() });
  });
}
