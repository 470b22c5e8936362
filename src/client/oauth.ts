import * as oauth from "oauth4webapi";
import { RemoteError } from "../gong-api/remote-error.ts";
import { isThisMachine } from "../lib/secret-transport.ts";

/** The server that asks people, and gives tokens. Gong: `https://app.gong.io`, whatever the tenant's base URL. */
export interface OAuthEndpoints {
  readonly authorizeUrl: string;
  readonly tokenUrl: string;
}

export interface OAuthApp {
  readonly clientId: string;
  readonly clientSecret: string;
}

export interface Tokens {
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly expiresInSeconds: number;
  readonly scopes: readonly string[];
  /** Gong: requests with these tokens go to the tenant's own base URL, which comes with them. */
  readonly baseUrl: string | undefined;
}

/** A question to the operator's browser, to be answered at the redirect URI. */
export interface Authorization {
  readonly url: string;
  /** @param answer where the browser was sent back to @throws RemoteError when the operator refused, or somebody else answers */
  redeem(answer: URL): Promise<Tokens>;
}

const TIMEOUT_MS = 30_000;
/** Gong: an access token lasts a day unless it says otherwise. */
const DAY_SECONDS = 86_400;

export function oauthEndpoints(authorizationBaseUrl: string): OAuthEndpoints {
  return {
    authorizeUrl: `${authorizationBaseUrl}/oauth2/authorize`,
    tokenUrl: `${authorizationBaseUrl}/oauth2/generate-customer-token`,
  };
}

/** Begins the authorization code flow, with PKCE, which who does not know it passes over. */
export async function beginAuthorization(
  endpoints: OAuthEndpoints,
  app: OAuthApp,
  wish: { readonly redirectUri: string; readonly scopes: readonly string[] },
): Promise<Authorization> {
  const [state, verifier] = [oauth.generateRandomState(), oauth.generateRandomCodeVerifier()];
  const url = new URL(endpoints.authorizeUrl);
  const parameters = {
    client_id: app.clientId,
    redirect_uri: wish.redirectUri,
    response_type: "code",
    scope: wish.scopes.join(" "),
    state,
    code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
    code_challenge_method: "S256",
  };
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  const { server, client, secret, options } = parties(endpoints.tokenUrl, app);
  return {
    url: url.href,
    redeem: (answer) =>
      explained(endpoints.tokenUrl, async () => {
        const code = oauth.validateAuthResponse(server, client, answer, state);
        const { redirectUri } = wish;
        const reply = await oauth.authorizationCodeGrantRequest(
          server,
          client,
          secret,
          code,
          redirectUri,
          verifier,
          options(),
        );
        return readTokens(await oauth.processAuthorizationCodeResponse(server, client, reply));
      }),
  };
}

/** New tokens for a refresh token, which is spent by it. @throws RemoteError */
export function refreshTokens(tokenUrl: string, app: OAuthApp, refreshToken: string): Promise<Tokens> {
  const { server, client, secret, options } = parties(tokenUrl, app);
  return explained(tokenUrl, async () => {
    const reply = await oauth.refreshTokenGrantRequest(server, client, secret, refreshToken, options());
    return readTokens(await oauth.processRefreshTokenResponse(server, client, reply), refreshToken);
  });
}

function parties(tokenUrl: string, app: OAuthApp) {
  const isOnThisMachine = isThisMachine(new URL(tokenUrl).hostname);
  return {
    server: { issuer: new URL(tokenUrl).origin, token_endpoint: tokenUrl },
    client: { client_id: app.clientId },
    secret: basicAsGongReadsIt(app),
    // Secrets go over plain HTTP to this machine alone.
    options: () => ({ signal: AbortSignal.timeout(TIMEOUT_MS), [oauth.allowInsecureRequests]: isOnThisMachine }),
  };
}

/** Gong: the id and the secret as they are, without the encoding that RFC 6749 asks for, and the id in the body too. */
function basicAsGongReadsIt({ clientId, clientSecret }: OAuthApp): oauth.ClientAuth {
  return (_server, _client, body, headers) => {
    headers.set("authorization", `Basic ${btoa(`${clientId}:${clientSecret}`)}`);
    body.set("client_id", clientId);
  };
}

function readTokens(answer: oauth.TokenEndpointResponse, refreshToken?: string): Tokens {
  const baseUrl = answer["api_base_url_for_customer"];
  return {
    accessToken: answer.access_token,
    refreshToken: answer.refresh_token ?? refreshToken ?? "",
    expiresInSeconds: answer.expires_in ?? DAY_SECONDS,
    scopes: (answer.scope ?? "").split(" ").filter((scope) => scope !== ""),
    baseUrl: typeof baseUrl === "string" && baseUrl !== "" ? baseUrl : undefined,
  };
}

async function explained(tokenUrl: string, work: () => Promise<Tokens>): Promise<Tokens> {
  try {
    return await work();
  } catch (cause) {
    const { host } = new URL(tokenUrl);
    if (cause instanceof oauth.AuthorizationResponseError) {
      throw new RemoteError("remote-denied", `${host} did not allow it: ${cause.error}.`, { cause });
    }
    if (cause instanceof oauth.ResponseBodyError) {
      const message = `${host} gives no tokens: ${cause.error} (${cause.error_description ?? "no reason"}). Connect again: tamtam connect <name> --oauth.`;
      throw new RemoteError("remote-key", message, { cause, status: cause.status });
    }
    if (cause instanceof oauth.WWWAuthenticateChallengeError) {
      const message = `${host} does not know the app, or its secret is another. Connect again: tamtam connect <name> --oauth.`;
      throw new RemoteError("remote-key", message, { cause, status: cause.status });
    }
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new RemoteError("remote-unreachable", `${host} gave no tokens that can be read: ${reason}.`, { cause });
  }
}
