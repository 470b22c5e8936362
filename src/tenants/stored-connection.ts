/** How a connection says who it is. */
export type StoredCredentials =
  | { readonly kind: "access-key"; readonly accessKey: string; readonly accessKeySecret: string }
  | OAuthGrant;

/** An app's grant. Gong: a refresh token is good for one use. */
export interface OAuthGrant {
  readonly kind: "oauth";
  readonly tokenUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly accessToken: string;
  readonly refreshToken: string;
  /** When the access token ends, in milliseconds since 1970. */
  readonly expiresMs: number;
  readonly scopes: readonly string[];
}

/** `tamtam` can do more than Gong's API; `gong` is asked for Gong's API alone. */
export const connectionKinds = ["gong", "tamtam"] as const;
export type ConnectionKind = (typeof connectionKinds)[number];

export interface StoredConnection {
  readonly name: string;
  readonly kind: ConnectionKind;
  readonly baseUrl: string;
  readonly limits: { readonly perSecond?: number | undefined; readonly perDay?: number | undefined };
  readonly credentials: StoredCredentials;
}
