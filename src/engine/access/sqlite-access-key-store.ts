import { ConflictError, NotFoundError } from "../../calls/errors.ts";
import { asId, type UserId } from "../../calls/ids.ts";
import type { SqlConnection } from "../database/sql-connection.ts";
import { connectionOf, type SqliteDatabase } from "../database/sqlite-database.ts";
import type { Transaction } from "../database/transaction.ts";
import { UntilCommit } from "../database/until-commit.ts";
import type { AccessKeyRecord, AccessKeyStore } from "./access-key-store.ts";
import { listColumn, readListColumn } from "./list-column.ts";

interface AccessKeyRow {
  readonly access_key: string;
  readonly secret_hash: string;
  readonly created_ms: number;
  readonly revoked_ms: number | null;
  readonly name: string | null;
  readonly scopes: string | null;
  readonly expires_ms: number | null;
  readonly trusted_networks: string | null;
  readonly acting_user_id: string | null;
}

export class SqliteAccessKeyStore implements AccessKeyStore {
  readonly #reader: SqlConnection;
  readonly #found: UntilCommit<AccessKeyRecord | undefined>;

  constructor(database: SqliteDatabase) {
    this.#reader = database.reader;
    this.#found = new UntilCommit(database);
  }

  async add(key: AccessKeyRecord, transaction: Transaction): Promise<void> {
    const added = connectionOf(transaction).run(
      `INSERT INTO access_keys(access_key, secret_hash, created_ms, revoked_ms,
         name, scopes, expires_ms, trusted_networks, acting_user_id)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT(access_key) DO NOTHING`,
      [
        key.accessKey,
        key.secretHash,
        key.createdMs,
        key.revokedMs ?? null,
        key.name ?? null,
        key.scopes === "all" ? null : listColumn(key.scopes),
        key.expiresMs ?? null,
        key.trustedNetworks.length === 0 ? null : listColumn(key.trustedNetworks),
        key.actingUserId ?? null,
      ],
    );
    if (added === 0) throw new ConflictError(`There is an access key ${key.accessKey} already. Choose another name.`);
  }

  async find(accessKey: string): Promise<AccessKeyRecord | undefined> {
    return this.#found.get(accessKey, () => {
      const row = this.#reader.get<AccessKeyRow>("SELECT * FROM access_keys WHERE access_key = ?", [accessKey]);
      return row && rowToAccessKey(row);
    });
  }

  async list(): Promise<readonly AccessKeyRecord[]> {
    const rows = this.#reader.all<AccessKeyRow>("SELECT * FROM access_keys ORDER BY created_ms, access_key");
    return rows.map(rowToAccessKey);
  }

  async revoke(accessKey: string, revokedMs: number, transaction: Transaction): Promise<void> {
    const sql = "UPDATE access_keys SET revoked_ms = coalesce(revoked_ms, ?) WHERE access_key = ?";
    const changed = connectionOf(transaction).run(sql, [revokedMs, accessKey]);
    if (changed === 0) throw new NotFoundError(`There is no access key ${accessKey}; tamtam keys list shows them.`);
  }
}

function rowToAccessKey(row: AccessKeyRow): AccessKeyRecord {
  return {
    accessKey: row.access_key,
    secretHash: row.secret_hash,
    createdMs: row.created_ms,
    scopes: row.scopes === null ? "all" : readListColumn(row.scopes),
    trustedNetworks: row.trusted_networks === null ? [] : readListColumn(row.trusted_networks),
    ...(row.revoked_ms !== null && { revokedMs: row.revoked_ms }),
    ...(row.name !== null && { name: row.name }),
    ...(row.expires_ms !== null && { expiresMs: row.expires_ms }),
    ...(row.acting_user_id !== null && { actingUserId: asId<UserId>(row.acting_user_id) }),
  };
}
