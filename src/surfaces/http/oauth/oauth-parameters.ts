import { type AuthorizationRequest, OAuthError, type TokenRequest } from "../../../gong-api/oauth.ts";

/** The value of a parameter. RFC 6749, 3.1: one without a value is as good as left out, and none may come twice. */
export function oneOf(parameters: URLSearchParams, name: string): string | undefined {
  const values = parameters.getAll(name);
  if (values.length > 1) throw new OAuthError("invalid_request", `${name} must be given once`);
  return values[0] === "" ? undefined : values[0];
}

/** As the query, and as the names of a form's fields. */
const authorizationNames = {
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

export function readTokenRequest(parameters: URLSearchParams): TokenRequest {
  return {
    grantType: oneOf(parameters, "grant_type"),
    code: oneOf(parameters, "code"),
    redirectUri: oneOf(parameters, "redirect_uri"),
    codeVerifier: oneOf(parameters, "code_verifier"),
    refreshToken: oneOf(parameters, "refresh_token"),
    scope: oneOf(parameters, "scope"),
    validityDuration: oneOf(parameters, "validity_duration"),
  };
}
