import { describe, expect, it } from "vitest";
import { parseJsonParameters } from "./json-parameters.ts";

describe("parseJsonParameters", () => {
  it("keeps names as written and values as JSON", () => {
    const body = '{"call-id": "1", "includeContent": true, "keywords": ["a"], "__proto__": 1}';
    expect(parseJsonParameters(body).entries).toEqual([
      ["call-id", "1"],
      ["includeContent", true],
      ["keywords", ["a"]],
      ["__proto__", 1],
    ]);
  });

  it("reads an empty body as no parameters", () => {
    expect(parseJsonParameters("").entries).toEqual([]);
    expect(parseJsonParameters(" \n").entries).toEqual([]);
  });

  it.each([
    ['{\n  "a": tru\n}', "line 2, column 8"],
    ['{"a": 1', "line 1, column 8"],
    ['{"a": 1,}', "line 1, column 9"],
    ['{"a": 1\n"b": 2}', "line 2, column 1"],
    ["{'a': 1}", "line 1, column 2"],
    ['{"a": "x\ny"}', "line 1, column 7"],
    ['{"a": 1} {', "line 1, column 10"],
    ['{"a": 1} // why', "line 1, column 10"],
  ])("says where %j broke", (body, place) => {
    expect(() => parseJsonParameters(body)).toThrow(`body: is not valid JSON at ${place}: `);
  });

  it.each([
    ["to its end", "}".repeat(50_000)],
    ["without an end", ""],
  ])("refuses what is nested beyond all sense, %s", (_, end) => {
    expect(() => parseJsonParameters('{"a":'.repeat(50_000) + end)).toThrow(
      "body: is not valid JSON: it is nested more than 500 levels deep",
    );
  });

  it.each([
    ["[]", "an array"],
    ["null", "null"],
    ["12", "a number"],
    ['"text"', "a string"],
  ])("refuses %s, which is no object", (body, kind) => {
    expect(() => parseJsonParameters(body)).toThrow(
      `must be a JSON object of parameters, such as {"call-id": "123"}; got ${kind}`,
    );
  });
});
