import { type AuthorizationRequest, OAuthError, type TokenRequest } from "../../../gong-api/oauth.ts";

/** The value of a parameter. RFC 6749, 3.1: one without a value is as good as left out, and none may come twice. */
export function oneOf(parameters: URLSearchParams, name: string): string | undefined {
  const values = parameters.getAll(name);
  if (values.length > 1) throw new OAuthError("invalid_request", `${name} must be given once`);
  return values[0] === "" ? undefined : values[0];
}

/** As the query, and as the names of a form's fields. */
export const authorizationNames = {
  clientId: "client_id",
  redirectUri: "redirect_uri",
  responseType: "response_type",
  scope: "scope",
  state: "state",
  codeChallenge: "code_challenge",
  codeChallengeMethod: "code_challenge_method",
} as const satisfies Record<keyof AuthorizationRequest, string>;

export function readAuthorizationRequest(parameters: URLSearchParams): AuthorizationRequest {
  const entries = Object.entries(authorizationNames).map(([key, name]) => [key, oneOf(parameters, name)] as const);
  return Object.fromEntries(entries);
}

/** The request as name and value of each field, to be sent once more with the decision. */
export function authorizationFields(request: AuthorizationRequest): readonly (readonly [string, string])[] {
  const keys = Object.keys(authorizationNames) as (keyof AuthorizationRequest)[]; // the keys it was just given
  return keys.flatMap((key) => {
    const value = request[key];
    return value === undefined ? [] : [[authorizationNames[key], value] as const];
  });
}

/** In the query or the body. */
export const tokenNames = {
  grantType: "grant_type",
  code: "code",
  redirectUri: "redirect_uri",
  codeVerifier: "code_verifier",
  refreshToken: "refresh_token",
  scope: "scope",
  validityDuration: "validity_duration",
} as const satisfies Record<keyof TokenRequest, string>;

export function readTokenRequest(parameters: URLSearchParams): TokenRequest {
  const entries = Object.entries(tokenNames).map(([key, name]) => [key, oneOf(parameters, name)] as const);
  return Object.fromEntries(entries);
}
