import type { OAuthAppWithSecret } from "../host/access.ts";

/** A new app with the warning it needs. */
export function renderNewApp({ clientId, clientSecret }: OAuthAppWithSecret): string {
  return [
    `Client id:     ${clientId}`,
    `Client secret: ${clientSecret}`,
    "Keep the secret now: it is not shown again.",
  ].join("\n");
}
