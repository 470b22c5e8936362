import { N8n } from "./n8n.ts";
import type { SeededServer } from "./seeded-server.ts";
import { pressConsent } from "../support/press-consent.ts";

const REDIRECT_URI = "http://localhost:5678/rest/oauth2-credential/callback";

export interface OAuthCredential {
  readonly [field: string]: unknown;
  readonly oauthTokenData: { readonly access_token: string; readonly refresh_token: string };
}

/**
 * What n8n's server does when somebody presses "connect": asks for the scopes that its Gong credential names. The two addresses are
 * hidden fields of the credential, which name Gong's host: see `docs/interoperability.md`.
 */
export async function n8nConnects({ library, server, relay }: SeededServer): Promise<OAuthCredential> {
  const description = ["--name", "n8n", "--redirect-uri", REDIRECT_URI];
  const app = await library.answer<{ clientId: string; clientSecret: string }>([
    "oauth-apps",
    "create",
    ...description,
  ]);
  const url = new URL("/oauth2/authorize", server.url);
  const scope = N8n.oauthScope();
  url.search = String(
    new URLSearchParams({
      client_id: app.clientId,
      redirect_uri: REDIRECT_URI,
      response_type: "code",
      state: "s",
      scope,
    }),
  );
  const code = (await pressConsent(server, "allow", url)).searchParams.get("code") ?? "";
  const accessTokenUrl = new URL("/oauth2/generate-customer-token", server.url).href;
  const answer = await fetch(accessTokenUrl, {
    method: "POST",
    headers: { authorization: `Basic ${Buffer.from(`${app.clientId}:${app.clientSecret}`).toString("base64")}` },
    body: new URLSearchParams({ grant_type: "authorization_code", code, redirect_uri: REDIRECT_URI }),
  });
  if (!answer.ok) throw new Error(`n8n was given no tokens: ${await answer.text()}`);
  return {
    baseUrl: relay.url,
    grantType: "authorizationCode",
    authentication: "header",
    clientId: app.clientId,
    clientSecret: app.clientSecret,
    accessTokenUrl,
    authUrl: url.href,
    scope,
    oauthTokenData: (await answer.json()) as OAuthCredential["oauthTokenData"], // as OAuth 2.0 has it
  };
}
