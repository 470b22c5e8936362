import type { Admission } from "../../gong-api/principal.ts";
import { openSideFile } from "../database/open-side-file.ts";
import type { SqlConnection } from "../database/sql-connection.ts";
import type { CompanyLimits, LimitLedger } from "./limit-ledger.ts";
import { admitRequest, type LimitState, noRequests } from "./limit-rules.ts";

const SCHEMA = `
CREATE TABLE IF NOT EXISTS requests(
  id INTEGER PRIMARY KEY CHECK (id = 1),
  empty_ms REAL NOT NULL,
  day INTEGER NOT NULL,
  day_count INTEGER NOT NULL
) STRICT;
`;

interface RequestsRow {
  readonly empty_ms: number;
  readonly day: number;
  readonly day_count: number;
}

/** Counts in a file of its own, so that a request never waits for the disk or for a writer of the library. */
export class SqliteLimitLedger implements LimitLedger {
  readonly #connection: SqlConnection;
  readonly #clock: () => number;

  /** @throws SetupError when the file cannot be used */
  constructor(file: string, clock: () => number) {
    this.#connection = openSideFile(file, SCHEMA);
    this.#clock = clock;
  }

  async admit(limits: CompanyLimits): Promise<Admission> {
    this.#connection.exec("BEGIN IMMEDIATE");
    try {
      const before = this.#read();
      const { admission, state } = admitRequest(before, limits, this.#clock());
      if (state !== before) this.#write(state);
      this.#connection.exec("COMMIT");
      return admission;
    } catch (error) {
      if (this.#connection.isInTransaction) this.#connection.exec("ROLLBACK");
      throw error;
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#connection.close();
  }

  #read(): LimitState {
    const row = this.#connection.get<RequestsRow>("SELECT empty_ms, day, day_count FROM requests WHERE id = 1");
    return row === undefined ? noRequests : { emptyMs: row.empty_ms, day: row.day, dayCount: row.day_count };
  }

  #write({ emptyMs, day, dayCount }: LimitState): void {
    this.#connection.run(
      `INSERT INTO requests(id, empty_ms, day, day_count) VALUES (1, ?, ?, ?)
       ON CONFLICT(id) DO UPDATE SET empty_ms = excluded.empty_ms, day = excluded.day, day_count = excluded.day_count`,
      [emptyMs, day, dayCount],
    );
  }
}
