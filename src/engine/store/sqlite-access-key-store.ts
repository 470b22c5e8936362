import { ConflictError, NotFoundError } from "../../calls/errors.ts";
import { connectionOf, type SqliteDatabase } from "../database/sqlite-database.ts";
import type { SqlConnection } from "../database/sql-connection.ts";
import type { Transaction } from "../database/transaction.ts";
import type { AccessKeyRecord, AccessKeyStore } from "./access-key-store.ts";

interface AccessKeyRow {
  readonly access_key: string;
  readonly secret_hash: string;
  readonly created_ms: number;
  readonly revoked_ms: number | null;
}

export class SqliteAccessKeyStore implements AccessKeyStore {
  readonly #reader: SqlConnection;

  constructor(database: SqliteDatabase) {
    this.#reader = database.reader;
  }

  async add(key: AccessKeyRecord, transaction: Transaction): Promise<void> {
    const added = connectionOf(transaction).run(
      `INSERT INTO access_keys(access_key, secret_hash, created_ms, revoked_ms) VALUES (?, ?, ?, ?)
       ON CONFLICT(access_key) DO NOTHING`,
      [key.accessKey, key.secretHash, key.createdMs, key.revokedMs ?? null],
    );
    if (added === 0) throw new ConflictError(`There is an access key ${key.accessKey} already. Choose another name.`);
  }

  async find(accessKey: string): Promise<AccessKeyRecord | undefined> {
    const row = this.#reader.get<AccessKeyRow>("SELECT * FROM access_keys WHERE access_key = ?", [accessKey]);
    return row && rowToAccessKey(row);
  }

  async list(): Promise<readonly AccessKeyRecord[]> {
    const rows = this.#reader.all<AccessKeyRow>("SELECT * FROM access_keys ORDER BY created_ms, access_key");
    return rows.map(rowToAccessKey);
  }

  async revoke(accessKey: string, revokedMs: number, transaction: Transaction): Promise<void> {
    const sql = "UPDATE access_keys SET revoked_ms = coalesce(revoked_ms, ?) WHERE access_key = ?";
    const changed = connectionOf(transaction).run(sql, [revokedMs, accessKey]);
    if (changed === 0) throw new NotFoundError(`There is no access key ${accessKey}.`);
  }
}

function rowToAccessKey(row: AccessKeyRow): AccessKeyRecord {
  return {
    accessKey: row.access_key,
    secretHash: row.secret_hash,
    createdMs: row.created_ms,
    ...(row.revoked_ms !== null && { revokedMs: row.revoked_ms }),
  };
}
