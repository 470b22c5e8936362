import { TamtamError } from "../calls/errors.ts";
import type { Principal } from "./principal.ts";

/** The codes of RFC 6749 (4.1.2.1, 5.2) that are answered here. */
export type OAuthErrorCode =
  | "access_denied"
  | "invalid_client"
  | "invalid_grant"
  | "invalid_request"
  | "invalid_scope"
  | "unsupported_grant_type"
  | "unsupported_response_type";

/** A request of OAuth that is refused. */
export class OAuthError extends TamtamError {
  readonly code: OAuthErrorCode;
  readonly isCallersFault = true;
  constructor(code: OAuthErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** What an app sends an operator's browser with; as written, nothing of it checked. */
export interface AuthorizationRequest {
  readonly clientId?: string | undefined;
  readonly redirectUri?: string | undefined;
  readonly responseType?: string | undefined;
  readonly scope?: string | undefined;
  readonly state?: string | undefined;
  readonly codeChallenge?: string | undefined;
  readonly codeChallengeMethod?: string | undefined;
}

/** What the operator is asked. */
export interface ConsentQuestion {
  readonly appName: string;
  readonly redirectUri: string;
  readonly scopes: readonly string[];
  /** Goes back with the decision: it was this operator who saw this question, here and not long ago. */
  readonly ticket: string;
}

/** Where the browser is to go, with the code or the error in its query. */
export interface Redirection {
  readonly redirectTo: string;
}

export interface Decision {
  readonly isAllowed: boolean;
  readonly ticket: string;
}

/** How an app says who it is. */
export interface ClientCredentials {
  readonly clientId: string;
  readonly clientSecret: string;
}

/** What an app sends for tokens; as written, nothing of it checked. */
export interface TokenRequest {
  readonly grantType?: string | undefined;
  readonly code?: string | undefined;
  readonly redirectUri?: string | undefined;
  readonly codeVerifier?: string | undefined;
  readonly refreshToken?: string | undefined;
  readonly scope?: string | undefined;
  /** Gong: how long the access token is to be good, in seconds. */
  readonly validityDuration?: string | undefined;
}

export interface IssuedTokens {
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly expiresInSeconds: number;
  readonly scopes: readonly string[];
}

/** OAuth 2.0 with the authorization code, RFC 6749, with PKCE (RFC 7636) for apps that use it. */
export interface OAuthServer {
  /** @throws OAuthError where the app must not be told: unknown, or at an address that is not its own */
  ask(request: AuthorizationRequest, operator: Principal): Promise<ConsentQuestion | Redirection>;
  /** @throws OAuthError like `ask`, and for a ticket that is not of this question */
  decide(request: AuthorizationRequest, decision: Decision, operator: Principal): Promise<Redirection>;
  /** @throws OAuthError */
  issueTokens(client: ClientCredentials | undefined, request: TokenRequest): Promise<IssuedTokens>;
}
