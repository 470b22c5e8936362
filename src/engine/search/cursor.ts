import { createHash } from "node:crypto";
import { InvalidInputError } from "../../calls/errors.ts";
import { VarintReader, VarintWriter } from "../database/varints.ts";
import type { CallPage, CallQuery } from "./call-search.ts";

/**
 * Where a search goes on. By recency that is after the last key shown; keys rise with time and never change, so calls added
 * meanwhile cannot shift it. By relevance the order itself may change as calls come in, so the keys shown are left out instead.
 */
export type CursorPosition =
  | { readonly kind: "after"; readonly key: number }
  | { readonly kind: "without"; readonly keys: readonly number[] };

export interface Cursor {
  readonly total: CallPage["total"];
  readonly position: CursorPosition;
}

/** An opaque text that only goes with this query; page size and number of matches may differ from page to page. */
export function writeCursor(query: CallQuery, cursor: Cursor): string {
  const writer = new VarintWriter();
  writer.bytes(fingerprint(query));
  writer.unsigned(cursor.total.value * 2 + (cursor.total.relation === "gte" ? 1 : 0));
  const { position } = cursor;
  writer.unsigned(position.kind === "after" ? 0 : 1);
  let previous = 0;
  for (const key of position.kind === "after" ? [position.key] : [...position.keys].sort((a, b) => a - b)) {
    writer.signed(key - previous);
    previous = key;
  }
  const bytes = writer.finish();
  return Buffer.concat([bytes, checksum(bytes)]).toString("base64url");
}

/** @throws InvalidInputError for a text that is not a cursor of this query */
export function readCursor(query: CallQuery, text: string): Cursor {
  const whole = Buffer.from(text, "base64url");
  const bytes = whole.subarray(0, -CHECKSUM_BYTES);
  const isWhole = whole.length > CHECKSUM_BYTES && checksum(bytes).equals(whole.subarray(-CHECKSUM_BYTES));
  if (!isWhole || whole.toString("base64url") !== text) {
    throw badCursor(
      "This is not a cursor. Give one exactly as an earlier page answered it, or none for the first page.",
    );
  }
  if (!fingerprint(query).equals(bytes.subarray(0, FINGERPRINT_BYTES))) {
    throw badCursor("This cursor is of another query. Repeat the query it came from, or leave the cursor out.");
  }
  return decode(new VarintReader(bytes.subarray(FINGERPRINT_BYTES)));
}

function decode(reader: VarintReader): Cursor {
  const total = reader.unsigned();
  const kind = reader.unsigned();
  const keys: number[] = [];
  while (!reader.isAtEnd) keys.push((keys.at(-1) ?? 0) + reader.signed());
  return {
    total: { value: Math.floor(total / 2), relation: total % 2 === 1 ? "gte" : "eq" },
    position: kind === 0 ? { kind: "after", key: keys[0] ?? 0 } : { kind: "without", keys },
  };
}

const FINGERPRINT_BYTES = 8;
const CHECKSUM_BYTES = 4;

function fingerprint(query: CallQuery): Buffer {
  const { cursor: _cursor, page: _page, pageSize: _pageSize, matchesPerCall: _matches, ...rest } = query;
  const sorted = Object.entries(rest)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return sha256(JSON.stringify(sorted)).subarray(0, FINGERPRINT_BYTES);
}

/** Against mutilation, not against malice: a forged cursor can do no more than begin somewhere else. */
function checksum(bytes: Uint8Array): Buffer {
  return sha256(bytes).subarray(0, CHECKSUM_BYTES);
}

function sha256(of: string | Uint8Array): Buffer {
  return createHash("sha256").update(of).digest();
}

function badCursor(message: string): InvalidInputError {
  return new InvalidInputError([{ parameter: "cursor", message }]);
}
