import { SetupError, StageError } from "../../calls/errors.ts";

/** Another connection holds the lock that was asked for. */
export function isBusy(error: unknown): boolean {
  return sqliteCode(error)?.startsWith("SQLITE_BUSY") ?? false;
}

/** What the database's error means to a person, where it means something; otherwise the error itself. */
export function explainSqliteError(error: unknown, path: string): unknown {
  const code = sqliteCode(error);
  if (code === "SQLITE_FULL" || code === "SQLITE_IOERR_WRITE" || code === "SQLITE_IOERR_SHMSIZE") {
    const message = `The disk is full: ${path} could not be written. Free some space; nothing was lost.`;
    return new StageError("disk-full", message, { isTransient: true, cause: error });
  }
  if (code === "SQLITE_NOTADB" || code?.startsWith("SQLITE_CORRUPT")) {
    const message = `${path} cannot be read as a database. Restore it from a backup, or move it away to start with an empty library.`;
    return new SetupError(message, { cause: error });
  }
  if (code?.startsWith("SQLITE_CANTOPEN") || code?.startsWith("SQLITE_READONLY")) {
    const message = `${path} cannot be opened for writing. Check that its folder exists and that you may write there.`;
    return new SetupError(message, { cause: error });
  }
  return error;
}

/** The lock could not be had in time. */
export function busyError(path: string, waitedMs: number, cause: unknown): StageError {
  const seconds = Math.round(waitedMs / 1000);
  const message = `Another process kept ${path} locked for ${seconds} s. Try again, or stop the other process.`;
  return new StageError("database-busy", message, { isTransient: true, cause });
}

function sqliteCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !("code" in error)) return undefined;
  return typeof error.code === "string" && error.code.startsWith("SQLITE_") ? error.code : undefined;
}
