import { describe, expect, it } from "vitest";
import { z } from "zod";
import { InvalidInputError } from "../../calls/errors.ts";
import { parseRequest } from "./parse-request.ts";

const lists = z.object({ ids: z.array(z.string()), groups: z.array(z.array(z.int())).optional() });

function problemsOf(request: unknown): InvalidInputError["problems"] {
  try {
    parseRequest(lists, request);
  } catch (error) {
    if (error instanceof InvalidInputError) return error.problems;
    throw error;
  }
  return [];
}

describe("a request", () => {
  it("is taken as its schema says, nulls left out", () => {
    expect(parseRequest(lists, { ids: ["1"], groups: null, other: 5 })).toEqual({ ids: ["1"] });
  });

  it("may have 100,000 entries in its lists, and no more, wherever they are", () => {
    const ids = Array.from({ length: 99_996 }, () => "1");
    expect(problemsOf({ ids, groups: [[1, 2, 3]] })).toEqual([]);
    expect(problemsOf({ ids, groups: [[1, 2], [3]] })).toEqual([
      {
        parameter: "body",
        message: "must have at most 100000 entries in its lists; send it in several requests",
      },
    ]);
  });

  it("with very many problems is told of the first fifty, and of how many there are", () => {
    const problems = problemsOf({ ids: Array.from({ length: 60 }, () => 5) });
    expect(problems).toHaveLength(51);
    expect(problems[49]?.parameter).toBe("ids[49]");
    expect(problems[50]).toEqual({ parameter: "body", message: "has 10 more problems" });
    expect(new InvalidInputError(problems).problems).toEqual(problems);
  });
});
