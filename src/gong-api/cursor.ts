import { wireError } from "./wire-errors.ts";

/** Gong: a cursor lives for an hour from the first request of its sequence, however late it was answered. */
export const CURSOR_LIFETIME_MS = 3_600_000;

/** Makes a signature that only this server can make, of letters, digits, `-` and `_`. */
export type SignText = (text: string) => string;

/** Where a sequence of pages goes on. */
export interface Cursor<Position> {
  /** When the sequence is over, in milliseconds since 1970. */
  readonly expiresMs: number;
  /** Of the page that the cursor asks for; the first page is 0. */
  readonly pageNumber: number;
  readonly position: Position;
}

/** What a cursor goes with: the operation and everything in the request that decides which records there are. */
export interface CursorScope {
  readonly operationId: string;
  readonly filter: object;
}

/** An opaque text. It can only be used with the request it came from. */
export function writeCursor<Position>(sign: SignText, scope: CursorScope, cursor: Cursor<Position>): string {
  const payload = toBase64Url(toAscii(JSON.stringify(cursor)));
  return `${payload}.${signatureOf(sign, scope, payload)}`;
}

/** @throws WireError `cursor-invalid`, `cursor-expired` */
export function readCursor<Position>(
  sign: SignText,
  scope: CursorScope,
  text: string,
  nowMs: number,
): Cursor<Position> {
  const [payload = "", signature] = text.split(".");
  if (signature === undefined || signature !== signatureOf(sign, scope, payload)) throw wireError("cursor-invalid");
  const cursor = JSON.parse(fromBase64Url(payload)) as Cursor<Position>; // signed, so written by writeCursor
  if (cursor.expiresMs <= nowMs) throw wireError("cursor-expired");
  return cursor;
}

/** Which sequence of pages a text asks to go on with, and where, unless it is no cursor at all. Says nothing of its signature. */
export function sequenceOf(text: string): Pick<Cursor<unknown>, "expiresMs" | "pageNumber"> | undefined {
  try {
    const { expiresMs, pageNumber } = JSON.parse(fromBase64Url(text.split(".")[0] ?? "")) as Cursor<unknown>; // or members that are undefined
    return typeof expiresMs === "number" && typeof pageNumber === "number" ? { expiresMs, pageNumber } : undefined;
  } catch {
    return undefined;
  }
}

function signatureOf(sign: SignText, { operationId, filter }: CursorScope, payload: string): string {
  const given = Object.entries(filter).filter(([, value]) => value !== undefined);
  return sign(JSON.stringify([operationId, given.sort(([a], [b]) => (a < b ? -1 : 1)), payload]));
}

/** Positions are ids and numbers; an id that a client chose may have any letters, which `btoa` does not take. */
function toAscii(json: string): string {
  return json.replaceAll(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

function toBase64Url(ascii: string): string {
  return btoa(ascii).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

function fromBase64Url(text: string): string {
  return atob(text.replaceAll("-", "+").replaceAll("_", "/"));
}
