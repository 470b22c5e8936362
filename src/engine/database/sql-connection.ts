import type BetterSqlite3 from "better-sqlite3";

export type SqlValue = string | number | bigint | Uint8Array | null;

/**
 * One connection to the database file; every statement is compiled once. Row types are what the statement's author says they are.
 * Whole numbers are bound as INTEGER whatever their size: FTS5 does not seek on a rowid bound that is a REAL, which is what the
 * driver makes of a number above 2^31.
 */
export class SqlConnection {
  readonly #database: BetterSqlite3.Database;
  readonly #statements = new Map<string, BetterSqlite3.Statement<unknown[]>>();

  constructor(database: BetterSqlite3.Database) {
    this.#database = database;
  }

  get isInTransaction(): boolean {
    return this.#database.inTransaction;
  }

  all<Row>(sql: string, values: readonly SqlValue[] = []): Row[] {
    return this.#prepare(sql).all(...values.map(bindable)) as Row[]; // the statement's author knows its columns
  }

  get<Row>(sql: string, values: readonly SqlValue[] = []): Row | undefined {
    return this.#prepare(sql).get(...values.map(bindable)) as Row | undefined; // the statement's author knows its columns
  }

  /** @returns how many rows were written */
  run(sql: string, values: readonly SqlValue[] = []): number {
    return this.#prepare(sql).run(...values.map(bindable)).changes;
  }

  /** Statements without values, not kept: schema, transactions. */
  exec(sql: string): void {
    this.#database.exec(sql);
  }

  /** Runs `read` on one state of the database, whatever others commit meanwhile. */
  snapshot<T>(read: () => T): T {
    this.exec("BEGIN");
    try {
      return read();
    } finally {
      this.exec("COMMIT");
    }
  }

  pragma(name: string): number {
    return this.#database.pragma(name, { simple: true }) as number; // only asked for pragmas that are whole numbers
  }

  close(): void {
    this.#database.close();
  }

  #prepare(sql: string): BetterSqlite3.Statement<unknown[]> {
    const known = this.#statements.get(sql);
    if (known !== undefined) return known;
    const statement = this.#database.prepare<unknown[]>(sql);
    this.#statements.set(sql, statement);
    return statement;
  }
}

function bindable(value: SqlValue): SqlValue {
  return typeof value === "number" && Number.isSafeInteger(value) ? BigInt(value) : value;
}
