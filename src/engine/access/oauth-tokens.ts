import { createHash } from "node:crypto";
import { type ClientCredentials, type IssuedTokens, OAuthError, type TokenRequest } from "../../gong-api/oauth.ts";
import { hashSecret, isSameDigest, isSameText } from "../../lib/secret-hash.ts";
import type { Transaction } from "../database/transaction.ts";
import type { OAuthParts } from "./oauth-parts.ts";
import type { KnownCode, KnownGrant, OAuthAppRecord } from "./oauth-store.ts";
import { parseScopes, scopesBeyond } from "./scope-list.ts";

/** Gong: an access token is good for a day unless the app asks for another time. */
const DEFAULT_LIFETIME_SECONDS = 86_400;
const MAX_LIFETIME_SECONDS = 365 * 86_400;

/** Of what has ended: until then an app is told that it has, and not that it is unknown. */
const REMEMBERED_MS = 86_400_000;

/** What a transaction came to. A refusal is returned, since throwing would take back the revocation that may go with it. */
type Outcome = IssuedTokens | OAuthError;

/** What an app asks for and may have, once the transaction has seen to the code or token it shows. */
interface Issue {
  readonly grant: KnownGrant;
  readonly scopes: readonly string[];
  readonly lifetimeSeconds: number;
}

export async function issueTokens(
  parts: OAuthParts,
  client: ClientCredentials | undefined,
  request: TokenRequest,
): Promise<IssuedTokens> {
  const app = await authenticateApp(parts, client);
  const lifetimeSeconds = readLifetime(request.validityDuration);
  const work = workFor(parts, request, { app, lifetimeSeconds });
  const outcome = await parts.database.transact(work);
  if (outcome instanceof OAuthError) throw outcome;
  return outcome;
}

interface Asking {
  readonly app: OAuthAppRecord;
  readonly lifetimeSeconds: number;
}

function workFor(parts: OAuthParts, request: TokenRequest, asking: Asking) {
  const { grantType, code, refreshToken } = request;
  switch (grantType) {
    case "authorization_code":
      if (code === undefined) throw new OAuthError("invalid_request", "code is missing");
      return (transaction: Transaction) => exchangeCode(parts, { ...request, code }, asking, transaction);
    case "refresh_token":
      if (refreshToken === undefined) throw new OAuthError("invalid_request", "refresh_token is missing");
      return (transaction: Transaction) => rotate(parts, { ...request, refreshToken }, asking, transaction);
    case undefined:
      throw new OAuthError("invalid_request", "grant_type is missing");
    default:
      throw new OAuthError("unsupported_grant_type", "grant_type must be authorization_code or refresh_token");
  }
}

async function exchangeCode(
  parts: OAuthParts,
  request: TokenRequest & { readonly code: string },
  { app, lifetimeSeconds }: Asking,
  transaction: Transaction,
): Promise<Outcome> {
  const nowMs = parts.clock();
  const code = await parts.oauth.findCode(hashSecret(request.code), transaction);
  if (code?.grant.clientId !== app.clientId) return new OAuthError("invalid_grant", "The code is unknown.");
  // RFC 6749, 4.1.2: who shows it again may have stolen it, or it was stolen before.
  if (code.usedMs !== undefined) return revoke(parts, code.grant, "The code was used before.", transaction);
  const problem = problemOf(code, request, nowMs);
  if (problem !== undefined) return new OAuthError("invalid_grant", problem);
  await parts.oauth.useCode(code.codeHash, nowMs, transaction);
  return issue(parts, { grant: code.grant, scopes: code.grant.scopes, lifetimeSeconds }, transaction);
}

const NO_CHALLENGE = "code_verifier has nothing to fit: the code was asked for without a code_challenge.";

function problemOf(code: KnownCode, { redirectUri, codeVerifier }: TokenRequest, nowMs: number): string | undefined {
  if (code.expiresMs <= nowMs) return "The code has expired: it is good for 10 minutes.";
  if (code.grant.revokedMs !== undefined) return "What the code stands for has been revoked.";
  if (redirectUri !== code.redirectUri) return "redirect_uri is not the one that the code was asked for with.";
  // RFC 9700, 2.1.1: a code that an attacker put in place of the app's has no challenge.
  if (code.challenge === undefined) return codeVerifier === undefined ? undefined : NO_CHALLENGE;
  const shown = createHash("sha256")
    .update(codeVerifier ?? "")
    .digest("base64url");
  return isSameText(shown, code.challenge) ? undefined : "code_verifier does not fit the code_challenge.";
}

async function rotate(
  parts: OAuthParts,
  request: TokenRequest & { readonly refreshToken: string },
  { app, lifetimeSeconds }: Asking,
  transaction: Transaction,
): Promise<Outcome> {
  const tokenHash = hashSecret(request.refreshToken);
  const token = await parts.oauth.findRefreshToken(tokenHash, transaction);
  if (token?.grant.clientId !== app.clientId) return new OAuthError("invalid_grant", "The refresh token is unknown.");
  const { grant } = token;
  if (token.usedMs !== undefined) {
    const why = "The refresh token was used before; each is good once, and all that came of it is now revoked.";
    return revoke(parts, grant, why, transaction);
  }
  if (grant.revokedMs !== undefined) return new OAuthError("invalid_grant", "The refresh token has been revoked.");
  const asked = parseScopes(request.scope ?? "");
  const beyond = scopesBeyond(asked, grant.scopes);
  if (beyond.length > 0) return new OAuthError("invalid_scope", `The app was not granted ${beyond.join(" ")}.`);
  await parts.oauth.useRefreshToken(tokenHash, parts.clock(), transaction);
  return issue(parts, { grant, scopes: asked.length === 0 ? grant.scopes : asked, lifetimeSeconds }, transaction);
}

async function revoke(
  { oauth, clock }: OAuthParts,
  { grantId }: KnownGrant,
  why: string,
  transaction: Transaction,
): Promise<OAuthError> {
  await oauth.revokeGrant(grantId, clock(), transaction);
  return new OAuthError("invalid_grant", why);
}

async function issue(
  { oauth, clock, makeSecret }: OAuthParts,
  { grant, scopes, lifetimeSeconds }: Issue,
  transaction: Transaction,
): Promise<IssuedTokens> {
  const [accessToken, refreshToken] = [makeSecret(), makeSecret()];
  const nowMs = clock();
  await oauth.forgetEnded(nowMs - REMEMBERED_MS, transaction);
  const tokens = {
    accessTokenHash: hashSecret(accessToken),
    scopes,
    expiresMs: nowMs + lifetimeSeconds * 1000,
    refreshTokenHash: hashSecret(refreshToken),
  };
  await oauth.addTokens(grant.grantId, tokens, transaction);
  return { accessToken, refreshToken, expiresInSeconds: lifetimeSeconds, scopes };
}

/** As long as a digest, and nobody's. */
const NO_DIGEST = hashSecret("");

async function authenticateApp({ oauth }: OAuthParts, client: ClientCredentials | undefined): Promise<OAuthAppRecord> {
  const app = client && (await oauth.findApp(client.clientId));
  const hasSecret = isSameDigest(hashSecret(client?.clientSecret ?? ""), app?.secretHash ?? NO_DIGEST);
  if (app !== undefined && hasSecret && app.revokedMs === undefined) return app;
  throw new OAuthError(
    "invalid_client",
    "Send the app's client_id and client_secret as HTTP Basic. They are missing, not known, or revoked.",
  );
}

function readLifetime(validityDuration: string | undefined): number {
  if (validityDuration === undefined) return DEFAULT_LIFETIME_SECONDS;
  const seconds = /^\d{1,9}$/.test(validityDuration) ? Number(validityDuration) : 0;
  if (seconds >= 1 && seconds <= MAX_LIFETIME_SECONDS) return seconds;
  const message = `validity_duration must be whole seconds from 1 to ${MAX_LIFETIME_SECONDS}; got "${validityDuration}"`;
  throw new OAuthError("invalid_request", message);
}
