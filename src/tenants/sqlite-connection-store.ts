import { randomUUID } from "node:crypto";
import { chmodSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";
import { ConflictError, NotFoundError } from "../calls/errors.ts";
import { openSideFile } from "../engine/database/open-side-file.ts";
import type { SqlConnection } from "../engine/database/sql-connection.ts";
import type { StoredConnection, StoredCredentials } from "./stored-connection.ts";

const SCHEMA = `
CREATE TABLE IF NOT EXISTS connections(
  name TEXT PRIMARY KEY,
  description TEXT NOT NULL,
  credentials TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS leases(
  name TEXT PRIMARY KEY,
  owner TEXT NOT NULL,
  until_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
`;

const OWNER_ALONE = 0o600;
/** A process that has a lease and ends without giving it back holds the others up for so long. */
const LEASE_MS = 60_000;
const POLL_MS = 50;

/** What is done exclusively when a connection's tokens change, or the name they are found by. */
export function tokensOf(name: string): string {
  return `tokens of ${name}`;
}

interface ConnectionRow {
  readonly name: string;
  readonly description: string;
  readonly credentials: string;
}

/** The named connections with their secrets, in a file that its owner alone may read. Several processes may share it. */
export class SqliteConnectionStore implements Disposable {
  readonly #connection: SqlConnection;
  readonly #clock: () => number;

  /** @throws SetupError when the file cannot be used */
  constructor(file: string, clock: () => number) {
    this.#connection = openSideFile(file, SCHEMA, { isKept: true });
    if (file !== ":memory:") chmodSync(file, OWNER_ALONE);
    this.#connection.exec("PRAGMA secure_delete = ON");
    this.#clock = clock;
  }

  /** By name. */
  list(): readonly StoredConnection[] {
    return this.#connection.all<ConnectionRow>("SELECT * FROM connections ORDER BY name").map(readRow);
  }

  find(name: string): StoredConnection | undefined {
    const row = this.#connection.get<ConnectionRow>("SELECT * FROM connections WHERE name = ?", [name]);
    return row && readRow(row);
  }

  /** In the place of one with this name. */
  put({ name, credentials, ...description }: StoredConnection): void {
    this.#connection.run(
      `INSERT INTO connections(name, description, credentials) VALUES (?, ?, ?)
       ON CONFLICT(name) DO UPDATE SET description = excluded.description, credentials = excluded.credentials`,
      [name, JSON.stringify(description), JSON.stringify(credentials)],
    );
  }

  /** Nothing where the connection was made anew meanwhile: what it has now is newer. */
  replaceCredentials(name: string, stale: StoredCredentials, fresh: StoredCredentials): void {
    this.#connection.run("UPDATE connections SET credentials = ? WHERE name = ? AND credentials = ?", [
      JSON.stringify(fresh),
      name,
      JSON.stringify(stale),
    ]);
  }

  /**
   * After a change of tokens that is under way, which would else be lost.
   * @throws NotFoundError, ConflictError when the new name is taken
   */
  async rename(name: string, newName: string): Promise<void> {
    await this.exclusively(tokensOf(name), async () => {
      if (this.find(newName)) throw new ConflictError(`There is a connection "${newName}" already.`);
      const count = this.#connection.run("UPDATE connections SET name = ? WHERE name = ?", [newName, name]);
      if (count === 0) throw unknown(name);
    });
  }

  /** The secrets are overwritten, not only let go. @throws NotFoundError */
  remove(name: string): void {
    const count = this.#connection.run("DELETE FROM connections WHERE name = ?", [name]);
    if (count === 0) throw unknown(name);
    this.#connection.exec("PRAGMA wal_checkpoint(TRUNCATE)");
  }

  /** Does something that no two processes may do at once; whoever comes second waits. */
  async exclusively<T>(what: string, work: () => Promise<T>): Promise<T> {
    const owner = randomUUID();
    while (!this.#lease(what, owner)) await delay(POLL_MS);
    try {
      return await work();
    } finally {
      this.#connection.run("DELETE FROM leases WHERE name = ? AND owner = ?", [what, owner]);
    }
  }

  [Symbol.dispose](): void {
    this.#connection.close();
  }

  #lease(what: string, owner: string): boolean {
    const nowMs = this.#clock();
    const count = this.#connection.run(
      `INSERT INTO leases(name, owner, until_ms) VALUES (?, ?, ?)
       ON CONFLICT(name) DO UPDATE SET owner = excluded.owner, until_ms = excluded.until_ms
       WHERE leases.until_ms < ? OR leases.until_ms > ?`,
      // One that lasts longer than any was given while the clock was ahead.
      [what, owner, nowMs + LEASE_MS, nowMs, nowMs + LEASE_MS],
    );
    return count === 1;
  }
}

function readRow({ name, description, credentials }: ConnectionRow): StoredConnection {
  const read = JSON.parse(description) as Omit<StoredConnection, "name" | "credentials">; // as `put` wrote it
  return { ...read, name, credentials: JSON.parse(credentials) as StoredCredentials }; // likewise
}

function unknown(name: string): NotFoundError {
  return new NotFoundError(`There is no connection "${name}"; "tamtam connections" lists those there are.`);
}
