/** What TypeScript's library does not describe yet of the standard's `JSON.parse` source text access. */
interface ExactJson {
  parse(text: string, revive: (key: string, value: unknown, context: { readonly source?: string }) => unknown): unknown;
  rawJSON(text: string): object;
}
const exactJson = JSON as unknown as ExactJson; // the members are there: Node 22, and browsers of 2025

/** As many digits as the smallest number that is too large has, where a number can stand. */
const MAYBE_LARGE = /(?:^|[\s:,[])-?\d{16}/;

/** No request or answer of Gong's has ten levels; what walks through a value calls itself for each, and far more end the stack. */
const MAX_LEVELS = 500;

/**
 * A whole number that is too large for JavaScript's becomes the text of its digits, of which none is lost: ids are texts here.
 * @throws SyntaxError, also for what is nested beyond all sense
 */
export function parseWireJson(text: string): unknown {
  refuseDeepNesting(text);
  // Looking at the source of each value takes seven times as long and twice the memory, and few texts need it.
  if (!MAYBE_LARGE.test(text)) return JSON.parse(text);
  return exactJson.parse(text, (_key, value, { source }) =>
    typeof value === "number" && !Number.isSafeInteger(value) && source !== undefined && /^-?\d+$/.test(source)
      ? source
      : value,
  );
}

/** @throws SyntaxError */
export function refuseDeepNesting(json: string): void {
  if (json.length > MAX_LEVELS && isNestedDeeper(json, MAX_LEVELS)) {
    throw new SyntaxError(`it is nested more than ${MAX_LEVELS} levels deep`);
  }
}

/** Looks at brackets outside of texts, whether or not the rest is JSON. */
function isNestedDeeper(json: string, levels: number): boolean {
  let depth = 0;
  for (let at = 0; at < json.length; at += 1) {
    switch (json.charCodeAt(at)) {
      case 0x22: // "
        at = endOfText(json, at);
        break;
      case 0x5b: // [
      case 0x7b: // {
        depth += 1;
        if (depth > levels) return true;
        break;
      case 0x5d: // ]
      case 0x7d: // }
        depth -= 1;
    }
  }
  return false;
}

/** Where the quotation mark is that ends the text which begins at another. */
function endOfText(json: string, start: number): number {
  let end = json.indexOf('"', start + 1);
  while (end !== -1 && isEscaped(json, end)) end = json.indexOf('"', end + 1);
  return end === -1 ? json.length : end;
}

/** Backslashes come in pairs, but for the one that escapes what follows. */
function isEscaped(json: string, at: number): boolean {
  let before = at - 1;
  while (json[before] === "\\") before -= 1;
  return (at - before) % 2 === 0;
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
