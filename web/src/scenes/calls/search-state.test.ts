import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readKeywords, searchParameters } from "./search-state.ts";

const zone = process.env["TZ"];
beforeEach(() => {
  process.env["TZ"] = "America/Los_Angeles";
});
afterEach(() => {
  if (zone === undefined) delete process.env["TZ"];
  else process.env["TZ"] = zone;
});

describe("what is typed into the search", () => {
  it("is words, and phrases in quotation marks", () => {
    expect(readKeywords('  price "next  steps" demo ')).toEqual(["price", "next  steps", "demo"]);
    expect(readKeywords('"not closed')).toEqual(["not closed"]);
    expect(readKeywords('"" " "')).toEqual([]);
  });
});

describe("the address of the calls", () => {
  it("asks for the newest calls where it says nothing", () => {
    expect(searchParameters({})).toEqual({ page: 1, "page-size": 20 });
  });

  it("means the reader's own days, the last one included", () => {
    // Pacific time is 8 hours behind in winter, 7 in summer; clocks went forward on 8 March 2026.
    expect(searchParameters({ from: "2026-03-08", to: "2026-03-08" })).toMatchObject({
      "from-date": "2026-03-08T08:00:00.000Z",
      "to-date": "2026-03-09T07:00:00.000Z",
    });
  });

  it("has minutes where the action has seconds, and leaves out what is empty or no day", () => {
    const asked = searchParameters({ q: "pricing", host: "7", min: "1.5", title: "", from: "soon", page: "3" });
    expect(asked).toEqual({
      keywords: ["pricing"],
      "primary-user-ids": ["7"],
      "min-duration": 90,
      page: 3,
      "page-size": 20,
    });
  });
});
