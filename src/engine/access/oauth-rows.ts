import { readListColumn } from "./list-column.ts";
import type { KnownAccessToken, KnownCode, KnownGrant, KnownRefreshToken, OAuthAppRecord } from "./oauth-store.ts";

export interface AppRow {
  readonly client_id: string;
  readonly secret_hash: string;
  readonly name: string;
  readonly redirect_uris: string;
  readonly scopes: string | null;
  readonly created_ms: number;
  readonly revoked_ms: number | null;
}

interface GrantRow {
  readonly grant_id: number;
  readonly client_id: string;
  readonly scopes: string;
  readonly allowed_by: string;
  readonly created_ms: number;
  readonly revoked_ms: number | null;
}

export interface CodeRow extends GrantRow {
  readonly code_hash: string;
  readonly redirect_uri: string;
  readonly challenge: string | null;
  readonly expires_ms: number;
  readonly used_ms: number | null;
}

export interface RefreshTokenRow extends GrantRow {
  readonly used_ms: number | null;
}

export interface AccessTokenRow {
  readonly client_id: string;
  readonly scopes: string;
  readonly expires_ms: number;
  readonly revoked_ms: number | null;
}

export function rowToApp(row: AppRow): OAuthAppRecord {
  return {
    clientId: row.client_id,
    secretHash: row.secret_hash,
    name: row.name,
    redirectUris: readListColumn(row.redirect_uris),
    scopes: row.scopes === null ? "all" : readListColumn(row.scopes),
    createdMs: row.created_ms,
    ...(row.revoked_ms !== null && { revokedMs: row.revoked_ms }),
  };
}

function rowToGrant(row: GrantRow): KnownGrant {
  return {
    grantId: row.grant_id,
    clientId: row.client_id,
    scopes: readListColumn(row.scopes),
    allowedBy: row.allowed_by,
    createdMs: row.created_ms,
    ...(row.revoked_ms !== null && { revokedMs: row.revoked_ms }),
  };
}

export function rowToCode(row: CodeRow): KnownCode {
  return {
    codeHash: row.code_hash,
    redirectUri: row.redirect_uri,
    expiresMs: row.expires_ms,
    grant: rowToGrant(row),
    ...(row.challenge !== null && { challenge: row.challenge }),
    ...(row.used_ms !== null && { usedMs: row.used_ms }),
  };
}

export function rowToRefreshToken(row: RefreshTokenRow): KnownRefreshToken {
  return { grant: rowToGrant(row), ...(row.used_ms !== null && { usedMs: row.used_ms }) };
}

export function rowToAccessToken(row: AccessTokenRow): KnownAccessToken {
  return {
    clientId: row.client_id,
    scopes: readListColumn(row.scopes),
    expiresMs: row.expires_ms,
    ...(row.revoked_ms !== null && { revokedMs: row.revoked_ms }),
  };
}
