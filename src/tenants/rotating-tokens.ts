import { RemoteError } from "../gong-api/remote-error.ts";
import type { Credentials } from "../client/credentials.ts";
import { refreshTokens, type Tokens } from "../client/oauth.ts";
import { type SqliteConnectionStore, tokensOf } from "./sqlite-connection-store.ts";
import type { OAuthGrant } from "./stored-connection.ts";

/** A token that ends so soon is not worth a request. */
const ENDS_SOON_MS = 60_000;

export interface RotatingTokensParts {
  readonly store: Pick<SqliteConnectionStore, "find" | "replaceCredentials" | "exclusively">;
  /** Of the connection. */
  readonly name: string;
  readonly clock: () => number;
  readonly refresh?: typeof refreshTokens | undefined;
}

/** The access token of a connection, changed for a new one before it ends. Of all processes one alone spends a refresh token. */
export function rotatingTokens({ store, name, clock, refresh = refreshTokens }: RotatingTokensParts): Credentials {
  const current = (): OAuthGrant => {
    const credentials = store.find(name)?.credentials;
    if (credentials?.kind === "oauth") return credentials;
    throw new RemoteError(
      "remote-key",
      `The connection "${name}" has no tokens any more; "tamtam connect" makes it anew.`,
    );
  };
  const replace = (stale: OAuthGrant) =>
    store.exclusively(tokensOf(name), async () => {
      const grant = current();
      if (grant.accessToken !== stale.accessToken) return; // another process was first
      const tokens = await refresh(grant.tokenUrl, grant, grant.refreshToken);
      store.replaceCredentials(name, grant, renewed(grant, tokens, clock()));
    });
  return {
    authorization: async () => {
      const grant = current();
      if (grant.expiresMs - clock() <= ENDS_SOON_MS) await replace(grant);
      return header(current());
    },
    renew: async (rejected) => {
      const grant = current();
      if (header(grant) === rejected) await replace(grant);
      return header(current()) !== rejected;
    },
  };
}

export function renewed(grant: OAuthGrant, tokens: Tokens, nowMs: number): OAuthGrant {
  const { accessToken, refreshToken, expiresInSeconds, scopes } = tokens;
  const granted = scopes.length > 0 ? scopes : grant.scopes;
  return { ...grant, accessToken, refreshToken, expiresMs: nowMs + expiresInSeconds * 1000, scopes: granted };
}

function header({ accessToken }: OAuthGrant): string {
  return `Bearer ${accessToken}`;
}
