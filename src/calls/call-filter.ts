import { type Direction, directions } from "./call.ts";

/** Which calls a tracker looks at. Nothing stands for all of them. */
export interface CallFilter {
  readonly directions?: readonly Direction[] | undefined;
}

const EXAMPLE = '{"type":"And","filters":[{"type":"CallDirection","terms":["OUTBOUND"]}]}';
const HOW_TO_WRITE_IT = `must be {} for all calls, or such as ${EXAMPLE}`;

/**
 * Reads what Gong writes as `filterQuery`: JSON in a text. Of Gong's filters it documents one, the call's direction; a filter that is
 * not known would count other calls than its author meant, and so is refused.
 * @returns a sentence on what is wrong where it cannot be read
 */
export function readCallFilter(text: string): { readonly filter: CallFilter } | { readonly problem: string } {
  const query = parseObject(text);
  if (query === undefined) return { problem: HOW_TO_WRITE_IT };
  // Gong: `{"sort": null, "search": null}` is written where nothing was chosen.
  if (Object.values(query).every((value) => value === null)) return { filter: {} };
  const { type, filters, ...others } = query;
  const isKnown = type === "And" && Array.isArray(filters) && Object.values(others).every((value) => value === null);
  if (!isKnown) return { problem: HOW_TO_WRITE_IT };
  const wanted = filters.map(readDirections);
  if (wanted.some((each) => each === undefined)) return { problem: HOW_TO_WRITE_IT };
  if (wanted.length === 0) return { filter: {} };
  return {
    filter: { directions: directions.filter((direction) => wanted.every((each) => each?.includes(direction))) },
  };
}

export function passesCallFilter(call: { readonly direction: Direction }, filter: CallFilter): boolean {
  return filter.directions === undefined || filter.directions.includes(call.direction);
}

function readDirections(filter: unknown): readonly Direction[] | undefined {
  if (typeof filter !== "object" || filter === null) return undefined;
  const { type, terms } = filter as { readonly type?: unknown; readonly terms?: unknown }; // any member of it may be there or not
  if (type !== "CallDirection" || !Array.isArray(terms)) return undefined;
  const named = terms.map((term) => directions.find((each) => each.toUpperCase() === String(term).toUpperCase()));
  return named.every((direction) => direction !== undefined) ? named : undefined;
}

function parseObject(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
    return isObject ? (value as Record<string, unknown>) : undefined; // an object of JSON is one
  } catch {
    return undefined;
  }
}
