import { authorizationNames, tokenNames } from "./oauth/oauth-parameters.ts";

const text = { type: "string" } as const;

const errorSchema = {
  type: "object",
  properties: { error: text, error_description: text },
  required: ["error", "error_description"],
};

const tokensSchema = {
  type: "object",
  properties: {
    access_token: text,
    refresh_token: { ...text, description: "Good for one use: the answer to it brings another" },
    expires_in: { type: "integer", description: "Seconds" },
    token_type: { const: "Bearer" },
    scope: text,
    api_base_url_for_customer: { ...text, format: "uri" },
  },
  required: ["access_token", "refresh_token", "expires_in", "token_type", "scope", "api_base_url_for_customer"],
};

/** OAuth 2.0 as Gong has it, made from the names that are read. */
export function oauthPaths(): Record<string, object> {
  return { "/oauth2/authorize": authorizePath(), "/oauth2/generate-customer-token": tokenPath() };
}

function authorizePath(): object {
  const page = { "text/html": { schema: text } };
  const answers = {
    303: { description: "Back to the app: with a code, or with the reason why not" },
    400: { description: "Why nobody is sent back: the app or its address is not known", content: page },
  };
  const names = Object.values(authorizationNames);
  return {
    get: {
      operationId: "show-consent",
      tags: ["oauth"],
      summary: "Where an app sends the operator's browser",
      parameters: names.map((name) => ({ name, in: "query", schema: text })),
      responses: { 200: { description: "The page that asks the operator", content: page }, ...answers },
    },
    post: {
      operationId: "decide-consent",
      tags: ["oauth"],
      summary: "What that page sends when the operator has decided",
      requestBody: form([...names, "ticket", "decision"]),
      responses: answers,
    },
  };
}

function tokenPath(): object {
  return {
    post: {
      operationId: "generate-customer-token",
      tags: ["oauth"],
      summary: "Tokens for a code or for a refresh token",
      description: "The app names itself with HTTP Basic or in the body. The other fields may be in the query as well.",
      security: [{ app: [] }, {}],
      requestBody: form([...Object.values(tokenNames), "client_id", "client_secret"]),
      responses: {
        200: { description: "The tokens", content: { "application/json": { schema: tokensSchema } } },
        default: {
          description: "Why not, as RFC 6749 has it",
          content: { "application/json": { schema: errorSchema } },
        },
      },
    },
  };
}

function form(names: readonly string[]): object {
  const properties = Object.fromEntries(names.map((name) => [name, text]));
  return { content: { "application/x-www-form-urlencoded": { schema: { type: "object", properties } } } };
}
