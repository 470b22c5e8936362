import type { Transaction } from "../database/transaction.ts";

/** An app that operators may allow to act for the company. The secret itself is not kept. */
export interface OAuthAppRecord {
  readonly clientId: string;
  readonly secretHash: string;
  readonly name: string;
  readonly redirectUris: readonly string[];
  /** What it may be granted at most. */
  readonly scopes: "all" | readonly string[];
  readonly createdMs: number;
  readonly revokedMs?: number | undefined;
}

/** What an operator allowed an app at one time. Everything that descends from its code ends with it. */
export interface OAuthGrant {
  readonly clientId: string;
  readonly scopes: readonly string[];
  /** The access key that allowed it. */
  readonly allowedBy: string;
  readonly createdMs: number;
}

export interface KnownGrant extends OAuthGrant {
  readonly grantId: number;
  /** When the grant or its app was revoked, whichever was first. */
  readonly revokedMs?: number | undefined;
}

export interface OAuthCode {
  readonly codeHash: string;
  readonly redirectUri: string;
  /** PKCE: the SHA-256 of what the app must show with the code. */
  readonly challenge?: string | undefined;
  readonly expiresMs: number;
}

export interface KnownCode extends OAuthCode {
  readonly grant: KnownGrant;
  readonly usedMs?: number | undefined;
}

export interface KnownRefreshToken {
  readonly grant: KnownGrant;
  readonly usedMs?: number | undefined;
}

export interface OAuthTokens {
  readonly accessTokenHash: string;
  /** No more than the grant's. */
  readonly scopes: readonly string[];
  readonly expiresMs: number;
  readonly refreshTokenHash: string;
}

export interface KnownAccessToken {
  readonly clientId: string;
  readonly scopes: readonly string[];
  readonly expiresMs: number;
  readonly revokedMs?: number | undefined;
}

/** Apps, and the codes and tokens they were given, by the digests of these. */
export interface OAuthStore {
  /** @throws ConflictError when there is one of this client id */
  addApp(app: OAuthAppRecord, transaction: Transaction): Promise<void>;
  /** Also a revoked one. */
  findApp(clientId: string): Promise<OAuthAppRecord | undefined>;
  /** Oldest first, revoked ones too. */
  listApps(): Promise<readonly OAuthAppRecord[]>;
  /** Ends its grants too. An app that was revoked before keeps its time. @throws NotFoundError */
  revokeApp(clientId: string, revokedMs: number, transaction: Transaction): Promise<void>;

  addGrant(grant: OAuthGrant, code: OAuthCode, transaction: Transaction): Promise<void>;
  /** A grant that was revoked before keeps its time. */
  revokeGrant(grantId: number, revokedMs: number, transaction: Transaction): Promise<void>;

  findCode(codeHash: string, transaction: Transaction): Promise<KnownCode | undefined>;
  useCode(codeHash: string, usedMs: number, transaction: Transaction): Promise<void>;
  findRefreshToken(tokenHash: string, transaction: Transaction): Promise<KnownRefreshToken | undefined>;
  useRefreshToken(tokenHash: string, usedMs: number, transaction: Transaction): Promise<void>;
  addTokens(grantId: number, tokens: OAuthTokens, transaction: Transaction): Promise<void>;
  findAccessToken(tokenHash: string): Promise<KnownAccessToken | undefined>;
  /** Drops access tokens that ended before this time, and grants whose code ended without being used. */
  forgetEnded(beforeMs: number, transaction: Transaction): Promise<void>;
}
