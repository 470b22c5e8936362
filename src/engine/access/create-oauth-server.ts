import type { OAuthServer } from "../../gong-api/oauth.ts";
import { askOperator, decideFor } from "./oauth-authorization.ts";
import type { OAuthParts } from "./oauth-parts.ts";
import { issueTokens } from "./oauth-tokens.ts";

export function createOAuthServer(parts: OAuthParts): OAuthServer {
  return {
    ask: (request, operator) => askOperator(parts, request, operator),
    decide: (request, decision, operator) => decideFor(parts, request, decision, operator),
    issueTokens: (client, request) => issueTokens(parts, client, request),
  };
}
