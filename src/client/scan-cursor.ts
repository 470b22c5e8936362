import { InvalidInputError } from "../calls/errors.ts";
import type { DetailedCall } from "../gong-api/schemas/list-calls-extensive.ts";
import { compareIds, startMs } from "./newest-first.ts";

/** The last call of the page before, and how many were found up to it. */
export interface ScanPosition {
  readonly startMs: number;
  readonly callId: string;
  readonly foundCount: number;
}

export function writeScanCursor({ startMs: atMs, callId, foundCount }: ScanPosition): string {
  return `${atMs}-${callId}-${foundCount}`;
}

/** @throws InvalidInputError for a cursor of another kind of search */
export function readScanCursor(cursor: string): ScanPosition {
  const [, atMs, callId, foundCount] = /^(\d{1,15})-(\d{1,20})-(\d{1,9})$/.exec(cursor) ?? [];
  if (atMs !== undefined && callId !== undefined)
    return { startMs: Number(atMs), callId, foundCount: Number(foundCount) };
  throw new InvalidInputError([
    {
      parameter: "cursor",
      message: "is not one that this connection answered; leave it out to start at the first page",
    },
  ]);
}

/** Whether a call comes after the position, newest first. */
export function isAfter(call: DetailedCall, position: ScanPosition | undefined): boolean {
  if (position === undefined) return true;
  const atMs = startMs(call);
  return atMs < position.startMs || (atMs === position.startMs && compareIds(call.metaData.id, position.callId) < 0);
}
