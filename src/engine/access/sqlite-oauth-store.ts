import { ConflictError, NotFoundError } from "../../calls/errors.ts";
import type { SqlConnection } from "../database/sql-connection.ts";
import { connectionOf, type SqliteDatabase } from "../database/sqlite-database.ts";
import type { Transaction } from "../database/transaction.ts";
import { UntilCommit } from "../database/until-commit.ts";
import { listColumn } from "./list-column.ts";
import type {
  KnownAccessToken,
  KnownCode,
  KnownRefreshToken,
  OAuthAppRecord,
  OAuthCode,
  OAuthGrant,
  OAuthStore,
  OAuthTokens,
} from "./oauth-store.ts";
import {
  type AccessTokenRow,
  type AppRow,
  type CodeRow,
  type RefreshTokenRow,
  rowToAccessToken,
  rowToApp,
  rowToCode,
  rowToRefreshToken,
} from "./oauth-rows.ts";

/** A grant with its end, which may be its app's. Two-argument min() is NULL where either is. */
const GRANT = `g.id AS grant_id, g.client_id, g.scopes, g.allowed_by, g.created_ms,
  min(coalesce(g.revoked_ms, a.revoked_ms), coalesce(a.revoked_ms, g.revoked_ms)) AS revoked_ms`;
const OF_GRANT = "JOIN oauth_grants g ON g.id = t.grant_id JOIN oauth_apps a ON a.client_id = g.client_id";

export class SqliteOAuthStore implements OAuthStore {
  readonly #reader: SqlConnection;
  readonly #accessTokens: UntilCommit<KnownAccessToken | undefined>;

  constructor(database: SqliteDatabase) {
    this.#reader = database.reader;
    this.#accessTokens = new UntilCommit(database);
  }

  async addApp(app: OAuthAppRecord, transaction: Transaction): Promise<void> {
    const added = connectionOf(transaction).run(
      `INSERT INTO oauth_apps(client_id, secret_hash, name, redirect_uris, scopes, created_ms, revoked_ms)
       VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT(client_id) DO NOTHING`,
      [
        app.clientId,
        app.secretHash,
        app.name,
        listColumn(app.redirectUris),
        app.scopes === "all" ? null : listColumn(app.scopes),
        app.createdMs,
        app.revokedMs ?? null,
      ],
    );
    if (added === 0) throw new ConflictError(`There is an app with the client id ${app.clientId} already.`);
  }

  async findApp(clientId: string): Promise<OAuthAppRecord | undefined> {
    const row = this.#reader.get<AppRow>("SELECT * FROM oauth_apps WHERE client_id = ?", [clientId]);
    return row && rowToApp(row);
  }

  async listApps(): Promise<readonly OAuthAppRecord[]> {
    return this.#reader.all<AppRow>("SELECT * FROM oauth_apps ORDER BY created_ms, client_id").map(rowToApp);
  }

  async revokeApp(clientId: string, revokedMs: number, transaction: Transaction): Promise<void> {
    const sql = "UPDATE oauth_apps SET revoked_ms = coalesce(revoked_ms, ?) WHERE client_id = ?";
    const changed = connectionOf(transaction).run(sql, [revokedMs, clientId]);
    if (changed === 0) {
      throw new NotFoundError(`There is no app with the client id ${clientId}; tamtam oauth-apps list shows them.`);
    }
  }

  async addGrant(grant: OAuthGrant, code: OAuthCode, transaction: Transaction): Promise<void> {
    const connection = connectionOf(transaction);
    connection.run("INSERT INTO oauth_grants(client_id, scopes, allowed_by, created_ms) VALUES (?, ?, ?, ?)", [
      grant.clientId,
      listColumn(grant.scopes),
      grant.allowedBy,
      grant.createdMs,
    ]);
    connection.run(
      `INSERT INTO oauth_codes(code_hash, grant_id, redirect_uri, challenge, expires_ms)
       VALUES (?, last_insert_rowid(), ?, ?, ?)`,
      [code.codeHash, code.redirectUri, code.challenge ?? null, code.expiresMs],
    );
  }

  async revokeGrant(grantId: number, revokedMs: number, transaction: Transaction): Promise<void> {
    const sql = "UPDATE oauth_grants SET revoked_ms = coalesce(revoked_ms, ?) WHERE id = ?";
    connectionOf(transaction).run(sql, [revokedMs, grantId]);
  }

  async findCode(codeHash: string, transaction: Transaction): Promise<KnownCode | undefined> {
    const sql = `SELECT t.code_hash, t.redirect_uri, t.challenge, t.expires_ms, t.used_ms, ${GRANT}
      FROM oauth_codes t ${OF_GRANT} WHERE t.code_hash = ?`;
    const row = connectionOf(transaction).get<CodeRow>(sql, [codeHash]);
    return row && rowToCode(row);
  }

  async useCode(codeHash: string, usedMs: number, transaction: Transaction): Promise<void> {
    connectionOf(transaction).run("UPDATE oauth_codes SET used_ms = ? WHERE code_hash = ?", [usedMs, codeHash]);
  }

  async findRefreshToken(tokenHash: string, transaction: Transaction): Promise<KnownRefreshToken | undefined> {
    const sql = `SELECT t.used_ms, ${GRANT} FROM oauth_refresh_tokens t ${OF_GRANT} WHERE t.token_hash = ?`;
    const row = connectionOf(transaction).get<RefreshTokenRow>(sql, [tokenHash]);
    return row && rowToRefreshToken(row);
  }

  async useRefreshToken(tokenHash: string, usedMs: number, transaction: Transaction): Promise<void> {
    const sql = "UPDATE oauth_refresh_tokens SET used_ms = ? WHERE token_hash = ?";
    connectionOf(transaction).run(sql, [usedMs, tokenHash]);
  }

  async addTokens(grantId: number, tokens: OAuthTokens, transaction: Transaction): Promise<void> {
    const connection = connectionOf(transaction);
    connection.run("INSERT INTO oauth_access_tokens(token_hash, grant_id, scopes, expires_ms) VALUES (?, ?, ?, ?)", [
      tokens.accessTokenHash,
      grantId,
      listColumn(tokens.scopes),
      tokens.expiresMs,
    ]);
    connection.run("INSERT INTO oauth_refresh_tokens(token_hash, grant_id) VALUES (?, ?)", [
      tokens.refreshTokenHash,
      grantId,
    ]);
  }

  async findAccessToken(tokenHash: string): Promise<KnownAccessToken | undefined> {
    const sql = `SELECT g.client_id, t.scopes, t.expires_ms, coalesce(g.revoked_ms, a.revoked_ms) AS revoked_ms
      FROM oauth_access_tokens t ${OF_GRANT} WHERE t.token_hash = ?`;
    return this.#accessTokens.get(tokenHash, () => {
      const row = this.#reader.get<AccessTokenRow>(sql, [tokenHash]);
      return row && rowToAccessToken(row);
    });
  }

  async forgetEnded(beforeMs: number, transaction: Transaction): Promise<void> {
    const connection = connectionOf(transaction);
    connection.run("DELETE FROM oauth_access_tokens WHERE expires_ms < ?", [beforeMs]);
    connection.run(
      "DELETE FROM oauth_grants WHERE id IN (SELECT grant_id FROM oauth_codes WHERE expires_ms < ? AND used_ms IS NULL)",
      [beforeMs],
    );
  }
}
