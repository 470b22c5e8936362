import {
  type AuthorizationRequest,
  type ConsentQuestion,
  type Decision,
  OAuthError,
  type OAuthErrorCode,
  type Redirection,
} from "../../gong-api/oauth.ts";
import type { Principal } from "../../gong-api/principal.ts";
import { hashSecret } from "../../lib/secret-hash.ts";
import { isTicketFor, makeTicket } from "./consent-ticket.ts";
import type { OAuthParts } from "./oauth-parts.ts";
import type { OAuthAppRecord } from "./oauth-store.ts";
import { listScopes, parseScopes, scopesBeyond } from "./scope-list.ts";

/** Gong: a code is good for 10 minutes. */
const CODE_LIFETIME_MS = 600_000;
const TICKET_LIFETIME_MS = 600_000;
/** RFC 7636: the base64url of a SHA-256. */
const CHALLENGE = /^[\w-]{43}$/;

/** A request of a known app, at an address of its own. */
interface KnownRequest {
  readonly app: OAuthAppRecord;
  readonly redirectUri: string;
  readonly state: string | undefined;
}

interface Wish {
  readonly scopes: readonly string[];
  readonly challenge: string | undefined;
}

type Refusal = { readonly code: OAuthErrorCode; readonly description: string };

export async function askOperator(
  parts: OAuthParts,
  request: AuthorizationRequest,
  operator: Principal,
): Promise<ConsentQuestion | Redirection> {
  const known = await identifyApp(parts, request, operator);
  const wish = readWish(request, known.app);
  if ("code" in wish) return refuse(known, wish);
  const expiresMs = parts.clock() + TICKET_LIFETIME_MS;
  const ticket = makeTicket(await parts.ticketSecret(), questionOf(request, operator), expiresMs);
  return { appName: known.app.name, redirectUri: known.redirectUri, scopes: wish.scopes, ticket };
}

export async function decideFor(
  parts: OAuthParts,
  request: AuthorizationRequest,
  { isAllowed, ticket }: Decision,
  operator: Principal,
): Promise<Redirection> {
  const known = await identifyApp(parts, request, operator);
  const secret = await parts.ticketSecret();
  if (!isTicketFor(secret, questionOf(request, operator), ticket, parts.clock())) {
    throw new OAuthError("invalid_request", "This page is out of date. Go back to the app and connect once more.");
  }
  const wish = readWish(request, known.app);
  if ("code" in wish) return refuse(known, wish);
  if (!isAllowed) return refuse(known, { code: "access_denied", description: "The operator refused." });
  return redirect(known, { code: await makeCode(parts, known, wish, operator) });
}

/** RFC 6749, 3.1.2.4: nobody is sent to an address that is not known to be the app's. */
async function identifyApp(
  { oauth }: OAuthParts,
  { clientId = "", redirectUri = "", state }: AuthorizationRequest,
  operator: Principal,
): Promise<KnownRequest> {
  const app = await oauth.findApp(clientId);
  if (app === undefined || app.revokedMs !== undefined) {
    throw new OAuthError("invalid_client", `There is no app with the client_id "${clientId}", or it is revoked.`);
  }
  if (!app.redirectUris.includes(redirectUri)) {
    throw new OAuthError(
      "invalid_request",
      `The redirect_uri "${redirectUri}" is not one of ${app.name}'s; it must be written exactly as it was registered.`,
    );
  }
  if (operator.kind !== "key" || operator.scopes !== "all" || operator.actingUserId !== undefined) {
    throw new OAuthError(
      "access_denied",
      "Only an access key that may do everything for the company can allow an app; yours may do less.",
    );
  }
  return { app, redirectUri, state };
}

function readWish(request: AuthorizationRequest, app: OAuthAppRecord): Wish | Refusal {
  const { responseType, scope = "", codeChallenge, codeChallengeMethod } = request;
  if (responseType !== "code") {
    const code = responseType === undefined ? "invalid_request" : "unsupported_response_type";
    return { code, description: "response_type must be code" };
  }
  if (codeChallenge === undefined ? codeChallengeMethod !== undefined : codeChallengeMethod !== "S256") {
    return { code: "invalid_request", description: "code_challenge_method must be S256, with a code_challenge" };
  }
  if (codeChallenge !== undefined && !CHALLENGE.test(codeChallenge)) {
    return { code: "invalid_request", description: "code_challenge must be the base64url of a SHA-256" };
  }
  const allowed = listScopes(app.scopes);
  const asked = parseScopes(scope);
  const beyond = scopesBeyond(asked, allowed);
  if (beyond.length > 0) return { code: "invalid_scope", description: `the app may not have ${beyond.join(" ")}` };
  return { scopes: asked.length === 0 ? allowed : asked, challenge: codeChallenge };
}

async function makeCode(parts: OAuthParts, known: KnownRequest, wish: Wish, operator: Principal): Promise<string> {
  const { database, oauth, clock, makeSecret } = parts;
  const code = makeSecret();
  const createdMs = clock();
  const grant = { clientId: known.app.clientId, scopes: wish.scopes, allowedBy: operator.id, createdMs };
  const record = {
    codeHash: hashSecret(code),
    redirectUri: known.redirectUri,
    challenge: wish.challenge,
    expiresMs: createdMs + CODE_LIFETIME_MS,
  };
  await database.transact((transaction) => oauth.addGrant(grant, record, transaction));
  return code;
}

/** The ticket is for this operator and for each word of the request. */
function questionOf(request: AuthorizationRequest, operator: Principal): readonly string[] {
  const { clientId, redirectUri, responseType, scope, state, codeChallenge, codeChallengeMethod } = request;
  const words = [clientId, redirectUri, responseType, scope, state, codeChallenge, codeChallengeMethod];
  return [operator.id, ...words.map((word) => (word === undefined ? "" : `=${word}`))];
}

function refuse(known: KnownRequest, { code, description }: Refusal): Redirection {
  return redirect(known, { error: code, error_description: description });
}

function redirect({ redirectUri, state }: KnownRequest, answer: Readonly<Record<string, string>>): Redirection {
  const url = new URL(redirectUri);
  for (const [name, value] of Object.entries(answer)) url.searchParams.append(name, value);
  if (state !== undefined) url.searchParams.append("state", state);
  return { redirectTo: url.href };
}
