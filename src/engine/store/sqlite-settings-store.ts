import { connectionOf, type SqliteDatabase } from "../database/sqlite-database.ts";
import type { SqlConnection } from "../database/sql-connection.ts";
import type { Transaction } from "../database/transaction.ts";
import type { SettingsStore } from "./settings-store.ts";

const READ = "SELECT value FROM settings WHERE key = ?";

export class SqliteSettingsStore implements SettingsStore {
  readonly #reader: SqlConnection;

  constructor(database: SqliteDatabase) {
    this.#reader = database.reader;
  }

  async get(key: string): Promise<string | undefined> {
    return this.#reader.get<{ value: string }>(READ, [key])?.value;
  }

  async set(key: string, value: string, transaction: Transaction): Promise<void> {
    const sql = "INSERT INTO settings(key, value) VALUES (?, ?) ON CONFLICT(key) DO UPDATE SET value = excluded.value";
    connectionOf(transaction).run(sql, [key, value]);
  }

  async setIfAbsent(key: string, value: string, transaction: Transaction): Promise<string> {
    const connection = connectionOf(transaction);
    connection.run("INSERT INTO settings(key, value) VALUES (?, ?) ON CONFLICT(key) DO NOTHING", [key, value]);
    return connection.get<{ value: string }>(READ, [key])?.value ?? value;
  }
}
