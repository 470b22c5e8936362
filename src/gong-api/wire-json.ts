/** What TypeScript's library does not describe yet of the standard's `JSON.parse` source text access. */
interface ExactJson {
  parse(text: string, revive: (key: string, value: unknown, context: { readonly source?: string }) => unknown): unknown;
  rawJSON(text: string): object;
}
const exactJson = JSON as unknown as ExactJson; // the members are there: Node 22, and browsers of 2025

/** As many digits as the smallest number that is too large has, where a number can stand. */
const MAYBE_LARGE = /(?:^|[\s:,[])-?\d{16}/;

/** A whole number that is too large for JavaScript's becomes the text of its digits, of which none is lost: ids are texts here. */
export function parseWireJson(text: string): unknown {
  // Looking at the source of each value takes seven times as long and twice the memory, and few texts need it.
  if (!MAYBE_LARGE.test(text)) return JSON.parse(text);
  return exactJson.parse(text, (_key, value, { source }) =>
    typeof value === "number" && !Number.isSafeInteger(value) && source !== undefined && /^-?\d+$/.test(source)
      ? source
      : value,
  );
}

/** A 64-bit number: as `int64` makes it on its way out; as read, a number where JavaScript can hold it, else its digits. */
export type Int64 = object | number | string;

/** A 64-bit number as `JSON.stringify` writes it, digit for digit. Gong: CRM's `integrationId` is one. */
export function int64(value: bigint | string): object {
  return exactJson.rawJSON(BigInt(value).toString());
}

/** Without the members that are null. Gong: in a request null says the same as nothing. */
export function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== "object" || value === null) return value;
  const given = Object.entries(value).filter(([, member]) => member !== null);
  return Object.fromEntries(given.map(([name, member]) => [name, withoutNulls(member)]));
}
