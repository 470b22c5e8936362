/** Which bytes to answer with. `end` is inclusive. */
export type ByteRange =
  | { readonly kind: "whole" }
  | { readonly kind: "part"; readonly start: number; readonly end: number }
  | { readonly kind: "unsatisfiable" };

/**
 * Reads a `Range` header as RFC 9110, section 14 has it. What cannot be read, is in another unit, or asks for several
 * ranges is answered with the whole, as the RFC allows. (`range-parser` refuses a suffix longer than the file, which
 * means all of it.)
 */
export function parseByteRange(header: string | undefined, sizeBytes: number): ByteRange {
  const [, first = "", last = ""] = /^bytes=[ \t]*(\d*)-(\d*)[ \t]*$/i.exec(header ?? "") ?? [];
  if (first === "" && last === "") return { kind: "whole" };
  if (first === "") return part(Math.max(0, sizeBytes - Number(last)), sizeBytes - 1);
  if (last === "") return part(Number(first), sizeBytes - 1);
  if (Number(first) > Number(last)) return { kind: "whole" };
  return part(Number(first), Math.min(Number(last), sizeBytes - 1));
}

function part(start: number, end: number): ByteRange {
  return start > end ? { kind: "unsatisfiable" } : { kind: "part", start, end };
}

/** Whether a range may be answered, given the caller's `If-Range`: only of the very recording whose start they hold. */
export function isRangeCurrent(ifRange: string | undefined, etag: string): boolean {
  return ifRange === undefined || ifRange === etag;
}
