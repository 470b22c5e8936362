import { Hono } from "hono";
import { auth } from "hono/utils/basic-auth";
import { type ClientCredentials, type IssuedTokens, OAuthError } from "../../../gong-api/oauth.ts";
import { allowMethods } from "../allow-methods.ts";
import { noteAudited } from "../audit-requests.ts";
import { errorAnswer } from "../error-answer.ts";
import type { HttpEnv } from "../http-env.ts";
import { readBody, requireContentType } from "../read-body.ts";
import type { HttpServices } from "../services.ts";
import { oneOf, readTokenRequest } from "./oauth-parameters.ts";

type TokenServices = Pick<HttpServices, "oauth" | "publicUrl" | "reportError">;

const PATH = "/generate-customer-token";
const notKept = { "Cache-Control": "no-store", Pragma: "no-cache" };

/** `/oauth2/generate-customer-token`: a code or a refresh token for an access token. */
export function createTokenApp(services: TokenServices): Hono<HttpEnv> {
  const app = new Hono<HttpEnv>();
  addErrorAnswers(app, services);
  app.post(PATH, async (c) => {
    const body = await readBody(c.req.raw);
    if (body !== "") requireContentType(c.req.raw, "application/x-www-form-urlencoded");
    const url = new URL(c.req.url);
    const form = new URLSearchParams(body);
    const client = readClient(c.req.raw, form);
    noteAudited(c, { operation: "issue-tokens", path: "/oauth2/generate-customer-token", isChange: true });
    const tokens = await services.oauth.issueTokens(client, readTokenRequest(merge(url.searchParams, form)));
    // The app has shown its secret.
    if (client) c.set("principal", { kind: "token", id: client.clientId, scopes: new Set() });
    return c.json(presentTokens(tokens, services.publicUrl ?? url.origin), 200, notKept);
  });
  allowMethods(app, PATH, ["POST"]);
  return app;
}

/** Gong documents the parameters in the query, and OAuth 2.0 in the body; clients do either. */
function merge(query: URLSearchParams, form: URLSearchParams): URLSearchParams {
  const fromQuery = [...query].filter(([name]) => !form.has(name));
  return new URLSearchParams([...form, ...fromQuery]);
}

/** HTTP Basic, or fields of the body; never the query, which is written to logs. */
function readClient(request: Request, form: URLSearchParams): ClientCredentials | undefined {
  const basic = auth(request);
  const [clientId, clientSecret] = [oneOf(form, "client_id"), oneOf(form, "client_secret")];
  if (basic === undefined) {
    return clientId === undefined || clientSecret === undefined ? undefined : { clientId, clientSecret };
  }
  // RFC 6749, 2.3.1: written like a form's values.
  const client = { clientId: formDecoded(basic.username), clientSecret: formDecoded(basic.password) };
  if (clientId === undefined || clientId === client.clientId) return client;
  throw new OAuthError("invalid_request", "client_id is another in the body than in the Authorization header");
}

function formDecoded(text: string): string {
  return new URLSearchParams(`value=${text.replaceAll("&", "%26")}`).get("value") ?? "";
}

function presentTokens(tokens: IssuedTokens, baseUrl: string) {
  return {
    access_token: tokens.accessToken,
    refresh_token: tokens.refreshToken,
    expires_in: tokens.expiresInSeconds,
    token_type: "Bearer",
    scope: tokens.scopes.join(" "),
    api_base_url_for_customer: baseUrl,
  };
}

/** RFC 6749, 5.2. */
function addErrorAnswers(app: Hono<HttpEnv>, services: Pick<HttpServices, "reportError">): void {
  app.onError((error, c) => {
    if (error instanceof OAuthError) {
      const isUnknown = error.code === "invalid_client";
      const challenge = isUnknown ? { "WWW-Authenticate": 'Basic realm="Tamtam apps", charset="UTF-8"' } : {};
      const body = { error: error.code, error_description: error.message };
      return c.json(body, isUnknown ? 401 : 400, { ...notKept, ...challenge });
    }
    const { status, headers, body, isUnexpected } = errorAnswer(error, c.get("requestId"));
    if (isUnexpected) services.reportError(error, body.requestId);
    const code = isUnexpected ? "server_error" : "invalid_request";
    return c.json({ error: code, error_description: body.error.message }, status, { ...notKept, ...headers });
  });
}
