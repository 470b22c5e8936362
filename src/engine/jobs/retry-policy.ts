import { StageError } from "../../calls/errors.ts";

const FIRST_DELAY_MS = 2_000;
const LONGEST_DELAY_MS = 5 * 60_000;
const TRANSIENT_ATTEMPTS = 5;
const UNEXPECTED_ATTEMPTS = 2;

/** How long to wait before the next try, or `undefined` when trying again has no point (any more). */
export function retryDelayMs(error: unknown, attempt: number): number | undefined {
  if (error instanceof StageError && !error.isTransient) return undefined;
  const attempts = error instanceof StageError ? TRANSIENT_ATTEMPTS : UNEXPECTED_ATTEMPTS;
  if (attempt >= attempts) return undefined;
  return Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 4 ** (attempt - 1));
}
