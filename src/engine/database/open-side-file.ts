import { mkdirSync } from "node:fs";
import path from "node:path";
import BetterSqlite3 from "better-sqlite3";
import { SqlConnection } from "./sql-connection.ts";
import { explainSqliteError } from "./sqlite-errors.ts";

/**
 * A small SQLite file beside the database, for what changes with every request and is not worth a write that waits for the disk: what was
 * written last outlives the process, not a loss of power. Several processes may share it.
 * @throws SetupError when the file cannot be used
 */
export function openSideFile(file: string, schema: string): SqlConnection {
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    const connection = new SqlConnection(new BetterSqlite3(file, { timeout: 5000 }));
    for (const setting of ["journal_mode = WAL", "synchronous = OFF"]) connection.exec(`PRAGMA ${setting}`);
    connection.exec(schema);
    return connection;
  } catch (error) {
    throw explainSqliteError(error, file);
  }
}
