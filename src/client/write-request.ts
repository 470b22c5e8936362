import type { ServedOperation } from "../gong-api/operation.ts";
import { type MediaFile, writeMultipart } from "./multipart.ts";

/** What of a request is the operation's own; credentials and time limits are the client's. */
export interface WrittenRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | AsyncIterable<Uint8Array> | undefined;
}

/** The request as the row of the operation table says: members go into the path, the query, the body, or are the file. */
export function writeRequest(
  operation: Pick<ServedOperation, "method" | "path" | "parts">,
  request: object,
  baseUrl: string,
): WrittenRequest {
  const { method, parts } = operation;
  const { file, ...given } = request as { file?: MediaFile } & Record<string, unknown>; // every request is an object
  const inPath = new Set<string>();
  const path = operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    inPath.add(name);
    return encodeURIComponent(String(given[name]));
  });
  const url = `${baseUrl}${path}${writeQuery(parts.query ?? [], given)}`;
  if (parts.file !== undefined && file !== undefined) return { method, url, ...writeMultipart(parts.file, file) };
  if (parts.body === undefined) return { method, url, headers: {} };
  const members = Object.entries(given).filter(([name]) => !inPath.has(name) && !(parts.query ?? []).includes(name));
  const body = JSON.stringify(parts.wholeBody === undefined ? Object.fromEntries(members) : given[parts.wholeBody]);
  return { method, url, headers: { "Content-Type": "application/json" }, body };
}

function writeQuery(names: readonly string[], given: Readonly<Record<string, unknown>>): string {
  const query = new URLSearchParams();
  for (const name of names) {
    const value = given[name];
    if (value === undefined || value === null) continue;
    for (const one of Array.isArray(value) ? value : [value]) query.append(name, String(one));
  }
  return query.size === 0 ? "" : `?${query.toString()}`;
}
