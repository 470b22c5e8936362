import { describe, expect, it } from "vitest";
import { readCursor, writeCursor } from "./cursor.ts";
import { WireError } from "./wire-errors.ts";

/** Enough of a signature for a test: its length and a sum of the characters. */
const sign = (text: string) => `${text.length}-${[...text].reduce((sum, letter) => sum + letter.charCodeAt(0), 0)}`;
const scope = { operationId: "listCalls", filter: { fromDateTime: "2026-01-01T00:00:00Z", workspaceId: undefined } };
const cursor = { expiresMs: 5000, pageNumber: 3, position: { key: 7, timeMs: -1 } };

function codeOf(read: () => unknown): string | undefined {
  try {
    read();
  } catch (error) {
    return error instanceof WireError ? error.code : undefined;
  }
  return undefined;
}

describe("a cursor", () => {
  const text = writeCursor(sign, scope, cursor);

  it("comes back as it was written, until its time is over", () => {
    expect(readCursor(sign, scope, text, 4999)).toEqual(cursor);
    expect(codeOf(() => readCursor(sign, scope, text, 5000))).toBe("cursor-expired");
  });

  it("is of characters that need no escaping in a URL", () => {
    expect(encodeURIComponent(text)).toBe(text);
  });

  it("holds an id of any letters", () => {
    const position = { afterId: "Zoë 😀 李" };
    const wide = writeCursor(sign, scope, { ...cursor, position });
    expect(encodeURIComponent(wide)).toBe(wide);
    expect(readCursor(sign, scope, wide, 0)).toEqual({ ...cursor, position });
  });

  it("takes the members of the filter in any order, and not those that are not given", () => {
    const same = { operationId: "listCalls", filter: { fromDateTime: "2026-01-01T00:00:00Z" } };
    expect(readCursor(sign, same, text, 0)).toEqual(cursor);
  });

  it.each([
    ["another operation", { ...scope, operationId: "getCallTranscripts" }],
    ["another filter", { ...scope, filter: { fromDateTime: "2026-01-02T00:00:00Z" } }],
    ["one condition more", { ...scope, filter: { ...scope.filter, toDateTime: "2027-01-01T00:00:00Z" } }],
  ])("is not valid for %s", (_name, other) => {
    expect(codeOf(() => readCursor(sign, other, text, 0))).toBe("cursor-invalid");
  });

  it.each(["", "x", `${text}1`, `A${text}`, text.replace(".", "")])("is not valid when changed: %s", (changed) => {
    expect(codeOf(() => readCursor(sign, scope, changed, 0))).toBe("cursor-invalid");
  });
});
