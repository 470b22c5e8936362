import { createHash } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import type { AddedCalls } from "../client/added-calls.ts";
import { DAY_MS, nextStartMs, rememberStart } from "../client/pace.ts";
import type { RequestLedger, RequestLimits, Reservation } from "../client/request-ledger.ts";
import { openSideFile } from "../engine/database/open-side-file.ts";
import type { SqlConnection } from "../engine/database/sql-connection.ts";
import { isBusy } from "../engine/database/sqlite-errors.ts";

const SCHEMA = `
CREATE TABLE IF NOT EXISTS companies(
  company TEXT PRIMARY KEY,
  starts_ms TEXT NOT NULL,
  blocked_until_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS request_counts(
  company TEXT NOT NULL,
  slice INTEGER NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (company, slice)
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS calls_added(
  company TEXT NOT NULL,
  client_unique_id_hash TEXT NOT NULL,
  call_id TEXT NOT NULL,
  PRIMARY KEY (company, client_unique_id_hash)
) STRICT, WITHOUT ROWID;
`;

/** A day's requests are counted by slices: when a slice is a day old, what it counted is free again. */
const SLICE_MS = 600_000;
const SLICES_PER_DAY = DAY_MS / SLICE_MS;

/** Gong: a pause ends with the day at the latest. One that lasts longer, or a request of later, is of a clock that was ahead. */
const LONGEST_PAUSE_MS = 2 * DAY_MS;

/**
 * The ledger in a file that all processes of the machine share. Every decision is one transaction, so two processes never take one
 * place. A day is any 24 hours, since nobody knows when Gong's begins.
 */
export class SqliteRequestLedger implements RequestLedger, Disposable {
  readonly #connection: SqlConnection;
  readonly #clock: () => number;

  /** @throws SetupError when the file cannot be used */
  constructor(file: string, clock: () => number) {
    this.#connection = openSideFile(file, SCHEMA);
    this.#clock = clock;
  }

  async reserve(company: string, limits: RequestLimits): Promise<Reservation> {
    return this.#transact(() => {
      const nowMs = this.#clock();
      const { startsMs, blockedUntilMs } = this.#read(company);
      const isPaused = blockedUntilMs > nowMs && blockedUntilMs - nowMs <= LONGEST_PAUSE_MS;
      if (isPaused) return { refusedUntilMs: blockedUntilMs, why: "told" };
      const freeAgainMs = this.#dayFreeAgainMs(company, limits, nowMs);
      if (freeAgainMs !== undefined) return { refusedUntilMs: freeAgainMs, why: "day" };
      const startMs = nextStartMs(startsMs, limits, nowMs);
      this.#write(company, rememberStart(startsMs, startMs, limits), blockedUntilMs);
      this.#count(company, startMs);
      return { startMs };
    });
  }

  async block(company: string, untilMs: number): Promise<void> {
    await this.#transact(() => {
      const { startsMs, blockedUntilMs } = this.#read(company);
      const longestMs = this.#clock() + LONGEST_PAUSE_MS;
      const laterMs = Math.max(Math.ceil(untilMs), blockedUntilMs > longestMs ? 0 : blockedUntilMs);
      this.#write(company, startsMs, Math.min(laterMs, longestMs));
    });
  }

  async countDay(company: string): Promise<number> {
    return this.#slicesOfDay(company, this.#clock()).reduce((sum, { count }) => sum + count, 0);
  }

  /** The calls that were added to a company from here. Ids may have somebody's number in them, so their hashes are kept. */
  addedCalls(company: string): AddedCalls {
    return {
      remember: async (clientUniqueId, callId) => {
        this.#connection.run(
          "INSERT OR IGNORE INTO calls_added(company, client_unique_id_hash, call_id) VALUES (?, ?, ?)",
          [company, hashOf(clientUniqueId), callId],
        );
      },
      recall: async (clientUniqueId) =>
        this.#connection.get<{ call_id: string }>(
          "SELECT call_id FROM calls_added WHERE company = ? AND client_unique_id_hash = ?",
          [company, hashOf(clientUniqueId)],
        )?.call_id,
    };
  }

  [Symbol.dispose](): void {
    this.#connection.close();
  }

  #read(company: string): { readonly startsMs: readonly number[]; readonly blockedUntilMs: number } {
    const row = this.#connection.get<{ starts_ms: string; blocked_until_ms: number }>(
      "SELECT starts_ms, blocked_until_ms FROM companies WHERE company = ?",
      [company],
    );
    if (row === undefined) return { startsMs: [], blockedUntilMs: 0 };
    return { startsMs: JSON.parse(row.starts_ms) as number[], blockedUntilMs: row.blocked_until_ms }; // as `#write` wrote it
  }

  #write(company: string, startsMs: readonly number[], blockedUntilMs: number): void {
    this.#connection.run(
      `INSERT INTO companies(company, starts_ms, blocked_until_ms) VALUES (?, ?, ?)
       ON CONFLICT(company) DO UPDATE SET starts_ms = excluded.starts_ms, blocked_until_ms = excluded.blocked_until_ms`,
      [company, JSON.stringify(startsMs), blockedUntilMs],
    );
  }

  #count(company: string, startMs: number): void {
    const slice = sliceOf(startMs);
    this.#connection.run(
      `INSERT INTO request_counts(company, slice, count) VALUES (?, ?, 1)
       ON CONFLICT(company, slice) DO UPDATE SET count = count + 1`,
      [company, slice],
    );
    this.#connection.run("DELETE FROM request_counts WHERE slice < ?", [slice - SLICES_PER_DAY - 1]);
  }

  #dayFreeAgainMs(company: string, { perDay }: RequestLimits, nowMs: number): number | undefined {
    if (perDay === undefined) return undefined;
    const rows = this.#slicesOfDay(company, nowMs);
    if (rows.reduce((sum, { count }) => sum + count, 0) < perDay) return undefined;
    const oldest = rows[0]?.slice ?? sliceOf(nowMs);
    return (oldest + SLICES_PER_DAY + 1) * SLICE_MS;
  }

  #slicesOfDay(company: string, nowMs: number): readonly { readonly slice: number; readonly count: number }[] {
    const now = sliceOf(nowMs);
    return this.#connection.all(
      "SELECT slice, count FROM request_counts WHERE company = ? AND slice > ? AND slice <= ? ORDER BY slice",
      [company, now - SLICES_PER_DAY - 1, now + SLICES_PER_DAY],
    );
  }

  /** Other processes hold the file for a fraction of a millisecond, but there may be many of them. */
  async #transact<T>(work: () => T): Promise<T> {
    for (;;) {
      try {
        this.#connection.exec("BEGIN IMMEDIATE");
        break;
      } catch (error) {
        if (!isBusy(error)) throw error;
        await delay(1 + Math.random() * 9);
      }
    }
    try {
      const result = work();
      this.#connection.exec("COMMIT");
      return result;
    } catch (error) {
      if (this.#connection.isInTransaction) this.#connection.exec("ROLLBACK");
      throw error;
    }
  }
}

function sliceOf(timeMs: number): number {
  return Math.floor(timeMs / SLICE_MS);
}

function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
