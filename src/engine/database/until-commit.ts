import type { SqliteDatabase } from "./sqlite-database.ts";

/** More than are asked for between two commits, and few enough that nobody can fill the memory with names that do not exist. */
const MAX_REMEMBERED = 1000;

/** Remembers what was read, and that nothing was found, until anything is committed by whatever process: for what every request asks. */
export class UntilCommit<Value> {
  readonly #database: Pick<SqliteDatabase, "version">;
  readonly #values = new Map<string, Value>();
  #version: number | undefined;

  constructor(database: Pick<SqliteDatabase, "version">) {
    this.#database = database;
  }

  get(name: string, read: () => Value): Value {
    // Before the read, so that a commit in between is noticed next time.
    const version = this.#database.version();
    if (version !== this.#version) this.#values.clear();
    this.#version = version;
    const known = this.#values.get(name);
    if (known !== undefined || this.#values.has(name)) return known as Value; // undefined only where that was read
    if (this.#values.size >= MAX_REMEMBERED) this.#values.clear();
    const value = read();
    this.#values.set(name, value);
    return value;
  }
}
