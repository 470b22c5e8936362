import { StageError } from "../../calls/errors.ts";

/** A failure that doing the same again cannot mend. */
export function lastingError(code: string, message: string, cause?: unknown): StageError {
  return new StageError(code, message, { isTransient: false, cause });
}

/** A failure that may be gone at the next try. */
export function passingError(code: string, message: string, cause?: unknown): StageError {
  return new StageError(code, message, { isTransient: true, cause });
}

/** A full disk is told from every other failure; the rest is rethrown as it was. */
export function rethrowDiskError(error: unknown): never {
  if (errorCode(error) === "ENOSPC" || errorCode(error) === "EDQUOT") {
    throw passingError("disk-full", "The disk is full. Free some space, then retry the call.", error);
  }
  throw error;
}

/** The `code` of a Node error, or an empty string. */
export function errorCode(error: unknown): string {
  const code: unknown = typeof error === "object" && error !== null && "code" in error ? error.code : undefined;
  return typeof code === "string" ? code : "";
}

/** A length of time for people: `3 min 16 s`. */
export function spokenDuration(durationMs: number): string {
  const seconds = Math.round(durationMs / 1000);
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  if (hours > 0) return `${hours} h ${minutes} min`;
  return minutes > 0 ? `${minutes} min ${seconds % 60} s` : `${seconds} s`;
}

export function spokenSize(sizeBytes: number): string {
  if (sizeBytes >= 1e9) return `${(sizeBytes / 1e9).toFixed(1)} GB`;
  return sizeBytes >= 1e6 ? `${(sizeBytes / 1e6).toFixed(1)} MB` : `${sizeBytes} bytes`;
}
