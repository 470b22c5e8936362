import { describe, expect, it } from "vitest";
import { int64, parseWireJson, withoutNulls } from "./wire-json.ts";

describe("JSON of the wire", () => {
  it("loses no digit of a large integer on the way in", () => {
    const text =
      '{"id": 2271307570613351879, "below": -9007199254740993, "safe": 9007199254740991, "half": 0.5, "big": 1e400}';
    expect(parseWireJson(text)).toEqual({
      id: "2271307570613351879",
      below: "-9007199254740993",
      safe: 9_007_199_254_740_991,
      half: 0.5,
      big: Infinity,
    });
  });

  it("finds a large integer wherever a number can stand", () => {
    for (const text of ["[1,9007199254740993]", "9007199254740993", "[9007199254740993]", "[\n-9007199254740993]"]) {
      expect(JSON.stringify(parseWireJson(text))).toContain('9007199254740993"');
    }
    expect(parseWireJson('{"card":"pay 1234567890123456","n":12}')).toEqual({ card: "pay 1234567890123456", n: 12 });
  });

  it("is not taken when it is nested beyond all sense", () => {
    const nested = (levels: number) => "[".repeat(levels) + "]".repeat(levels);
    expect(JSON.stringify(parseWireJson(nested(500)))).toBe(nested(500));
    for (const text of [nested(501), nested(200_000), '{"a":'.repeat(501), `[${nested(250)},${nested(500)}]`]) {
      expect(() => parseWireJson(text)).toThrow(new SyntaxError("it is nested more than 500 levels deep"));
    }
  });

  it("counts no bracket that stands in a text", () => {
    const brackets = "[{".repeat(600);
    const said = { quoted: `"${brackets}"`, escaped: `\\"${brackets}\\`, list: [brackets, "\\\\", brackets] };
    expect(parseWireJson(JSON.stringify(said))).toEqual(said);
    expect(() => parseWireJson(`"${brackets}`)).toThrow("Unterminated string");
  });

  it("loses no digit of a large integer on the way out, and writes it as a number", () => {
    expect(JSON.stringify({ integrationId: int64("2271307570613351879") })).toBe(
      '{"integrationId":2271307570613351879}',
    );
    expect(JSON.stringify([int64(-5n)])).toBe("[-5]");
    expect(() => int64("12a")).toThrow(SyntaxError);
  });

  it("says the same with null as with nothing, at any depth", () => {
    expect(withoutNulls({ a: null, b: [{ c: null, d: 0 }, null, ""], e: { f: null } })).toEqual({
      b: [{ d: 0 }, null, ""],
      e: {},
    });
  });
});
