import { AsyncLocalStorage } from "node:async_hooks";
import { mkdir } from "node:fs/promises";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import BetterSqlite3 from "better-sqlite3";
import { AsyncMutex } from "./async-mutex.ts";
import { migrate } from "./migrate.ts";
import { scrubFile } from "./scrub-file.ts";
import { SqlConnection } from "./sql-connection.ts";
import { busyError, explainSqliteError, isBusy } from "./sqlite-errors.ts";
import type { Database, Transaction } from "./transaction.ts";

export interface SqliteDatabaseOptions {
  /** How long to wait for other processes that are writing. 30 s by default. */
  readonly busyTimeoutMs?: number | undefined;
  /** Memory for pages of the file, for each of the two connections. 64 MB by default. */
  readonly cacheKibibytes?: number | undefined;
}

/**
 * One SQLite file that several processes may share. One connection writes, inside `transact` only; another reads, so that a read
 * never sees what is not committed.
 */
export class SqliteDatabase implements Database {
  readonly path: string;
  /** For reads: sees committed records only. */
  readonly reader: SqlConnection;
  readonly #writer: SqlConnection;
  readonly #busyTimeoutMs: number;
  readonly #mutex = new AsyncMutex();
  readonly #current = new AsyncLocalStorage<OpenTransaction>();
  readonly #onCommit: (() => void)[] = [];
  #versionOfTurn: number | undefined;

  private constructor(file: string, writer: SqlConnection, reader: SqlConnection, busyTimeoutMs: number) {
    this.path = file;
    this.#writer = writer;
    this.reader = reader;
    this.#busyTimeoutMs = busyTimeoutMs;
  }

  /**
   * Opens the file and brings its schema up to date; makes it, with its folder, when it is not there.
   * @throws SetupError when the file cannot be used
   */
  static async open(file: string, options: SqliteDatabaseOptions = {}): Promise<SqliteDatabase> {
    const { busyTimeoutMs = 30_000, cacheKibibytes = 65_536 } = options;
    await mkdir(path.dirname(file), { recursive: true });
    try {
      const writer = await whenFree(file, busyTimeoutMs, () => openWriter(file, cacheKibibytes));
      const reader = connect(file, [...SETTINGS, `cache_size = -${cacheKibibytes}`, "query_only = ON"]);
      return new SqliteDatabase(file, writer, reader, busyTimeoutMs);
    } catch (error) {
      throw explainSqliteError(error, file);
    }
  }

  /**
   * Another number after anything was committed, by whatever process. The file is looked at once a turn of the event loop: all that is
   * answered in a turn arrived before it, so whoever asks after a commit elsewhere is answered by a look after that commit.
   */
  version(): number {
    if (this.#versionOfTurn === undefined) {
      this.#versionOfTurn = this.reader.get<{ data_version: number }>("PRAGMA data_version")?.data_version ?? 0;
      setImmediate(() => this.#forgetVersion());
    }
    return this.#versionOfTurn;
  }

  /** `listener` is called after each commit of this process, before who wrote goes on. */
  onCommit(listener: () => void): void {
    this.#onCommit.push(listener);
  }

  async transact<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    if (this.#current.getStore()?.isOpen) {
      throw new Error("A transaction was begun inside another one, which would wait for itself for ever");
    }
    return this.#mutex.run(async () => {
      try {
        await whenFree(this.path, this.#busyTimeoutMs, () => this.#writer.exec("BEGIN IMMEDIATE"));
        return await this.#finish(work, new OpenTransaction(this.#writer));
      } catch (error) {
        throw explainSqliteError(error, this.path);
      }
    });
  }

  async scrub(): Promise<void> {
    await this.#mutex.run(async () => {
      try {
        await scrubFile(this.path, this.#busyTimeoutMs);
      } catch (error) {
        throw isBusy(error) ? busyError(this.path, this.#busyTimeoutMs, error) : explainSqliteError(error, this.path);
      }
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#mutex.run(async () => {
      this.reader.close();
      this.#writer.close();
    });
  }

  #forgetVersion(): void {
    this.#versionOfTurn = undefined;
  }

  async #finish<T>(work: (transaction: Transaction) => Promise<T>, open: OpenTransaction): Promise<T> {
    try {
      const transaction = open as unknown as Transaction; // the port's brand exists for the compiler only
      const result = await this.#current.run(open, () => work(transaction));
      this.#writer.exec("COMMIT");
      this.#forgetVersion();
      for (const listener of this.#onCommit) listener();
      return result;
    } catch (error) {
      if (this.#writer.isInTransaction) this.#writer.exec("ROLLBACK");
      throw error;
    } finally {
      open.isOpen = false;
    }
  }
}

/** What adapters find inside a `Transaction`. */
class OpenTransaction {
  readonly connection: SqlConnection;
  isOpen = true;
  constructor(connection: SqlConnection) {
    this.connection = connection;
  }
}

/** The connection that a transaction writes with. For the adapters in `store`, `search` and `queue`. */
export function connectionOf(transaction: Transaction): SqlConnection {
  const open: unknown = transaction;
  if (!(open instanceof OpenTransaction)) throw new TypeError("This transaction is not of a SQLite database");
  if (!open.isOpen) throw new Error("This transaction is over: something written with it was not awaited");
  return open.connection;
}

/** `page_size` counts only for a new file. FULL keeps every commit through a loss of power. */
const SETTINGS = ["page_size = 8192", "synchronous = FULL", "foreign_keys = ON"];

/** The driver waits inside the call, which stops everything else in the process, so it waits this long only; `whenFree` does the rest. */
const DRIVER_BUSY_TIMEOUT_MS = 5;

function connect(file: string, pragmas: readonly string[]): SqlConnection {
  const database = new BetterSqlite3(file, { timeout: 5000 });
  try {
    for (const pragma of pragmas) database.pragma(pragma);
    return new SqlConnection(database);
  } catch (error) {
    database.close();
    throw error;
  }
}

function openWriter(file: string, cacheKibibytes: number): SqlConnection {
  const pragmas = [`busy_timeout = ${DRIVER_BUSY_TIMEOUT_MS}`, ...SETTINGS, "journal_mode = WAL"];
  const writer = connect(file, [...pragmas, `cache_size = -${cacheKibibytes}`]);
  try {
    migrate(writer, file);
    return writer;
  } catch (error) {
    writer.close();
    throw error;
  }
}

/** Tries again while another process holds the lock. The pauses differ, so that waiting processes do not stay in step. */
async function whenFree<T>(file: string, timeoutMs: number, attempt: () => T): Promise<T> {
  const begunMs = performance.now();
  for (;;) {
    try {
      return attempt();
    } catch (error) {
      if (!isBusy(error)) throw error;
      const waitedMs = performance.now() - begunMs;
      if (waitedMs > timeoutMs) throw busyError(file, waitedMs, error);
      await delay(1 + Math.random() * 9);
    }
  }
}
