import { mkdirSync } from "node:fs";
import path from "node:path";
import BetterSqlite3 from "better-sqlite3";
import { SqlConnection } from "./sql-connection.ts";
import { explainSqliteError } from "./sqlite-errors.ts";

export interface SideFileOptions {
  /** Whether what is written waits for the disk and so outlives a loss of power. Otherwise it outlives the process alone. */
  readonly isKept?: boolean | undefined;
}

/**
 * A SQLite file beside the database, for what changes with every request and is to slow nobody down. Several processes may share it.
 * @throws SetupError when the file cannot be used
 */
export function openSideFile(file: string, schema: string, { isKept = false }: SideFileOptions = {}): SqlConnection {
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    const connection = new SqlConnection(new BetterSqlite3(file, { timeout: 5000 }));
    const synchronous = `synchronous = ${isKept ? "FULL" : "OFF"}`;
    for (const setting of ["journal_mode = WAL", synchronous]) connection.exec(`PRAGMA ${setting}`);
    connection.exec(schema);
    return connection;
  } catch (error) {
    throw explainSqliteError(error, file);
  }
}
