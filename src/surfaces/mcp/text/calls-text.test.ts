import { describe, expect, it } from "vitest";
import { answeredCall } from "../../../../test/support/answered-call.ts";
import type { FoundCallsAnswer } from "../../../connection/found-calls-answer.ts";
import { answerText } from "./answer-text.ts";
import { callsText } from "./calls-text.ts";

type FoundCall = FoundCallsAnswer["calls"][number];

function found(calls: readonly FoundCall[], changes: Partial<FoundCallsAnswer["pagination"]> = {}): FoundCallsAnswer {
  return { calls: [...calls], pagination: { totalRecords: calls.length, pageSize: 10, currentPage: 1, ...changes } };
}

const match = (start: number): NonNullable<FoundCall["matches"]>[number] => ({
  keyword: "pricing",
  where: "transcript",
  text: `About "pricing" at ${start}.`,
  start,
  speaker: "Jane Smith",
  affiliation: "External",
});

describe("found calls for an agent to read", () => {
  it("say which, when, who, and where it was said", () => {
    const matches = [match(187.4), { keyword: "pricing", where: "title" as const, text: "Pricing with Acme" }];
    expect(callsText(found([{ ...answeredCall(), matches }]))).toBe(
      [
        "Calls 1 to 1 of 1.",
        '1. Call 7306080300300006513: "Sales Call with Jane Smith"',
        '   2025-01-13 01:30 -08:00, 31:05, Outbound, Completed, disposition "Intro Call"',
        '   Host: "John Doe", john.doe@example.com, userId u1; with "Jane Smith" (External)',
        "   Found:",
        '   - 3:07 "Jane Smith" (External): "About \\"pricing\\" at 187.4." [pricing]',
        '   - in the title: "Pricing with Acme" [pricing]',
      ].join("\n"),
    );
  });

  it("count on from the pages before and say how to get the next", () => {
    const page = found([answeredCall(), answeredCall()], {
      totalRecords: 31,
      totalIsLowerBound: true,
      pageSize: 2,
      currentPage: 3,
      cursor: "4.abc",
    });
    const lines = callsText(page).split("\n");
    expect(lines[0]).toBe("Calls 5 to 6 of at least 31.");
    expect(lines.filter((line) => /^\d+\. /.test(line)).map((line) => line.slice(0, 2))).toEqual(["5.", "6."]);
    expect(lines.at(-1)).toBe("Next page: page: 4, or cursor: 4.abc (with the same conditions).");
  });

  it("show five places a call and how many more there are", () => {
    const matches = Array.from({ length: 7 }, (_, number) => match(number));
    const text = callsText(found([{ ...answeredCall(), matches }]));
    expect(text).toContain("at 4.");
    expect(text).not.toContain("at 5.");
    expect(text).toContain("- and 2 more, in the structured content");
  });

  it("never get longer than 30,000 characters, and say which page size gets the rest", () => {
    const matches = Array.from({ length: 5 }, (_, number) => ({ ...match(number), text: "long ".repeat(60) }));
    const text = callsText(found(Array.from({ length: 100 }, () => ({ ...answeredCall(), matches }))));
    expect(text.length).toBeLessThanOrEqual(30_000);
    const [, cut, size] = /Left out here: (\d+) more calls of this page\. .* page-size: (\d+),/.exec(text) ?? [];
    expect(Number(cut) + Number(size)).toBe(100);
    expect(text).toContain(`\n${size}. Call`);
    expect(text).not.toContain(`\n${Number(size) + 1}. Call`);
  });

  it("say that there are none, or none on this page", () => {
    expect(callsText(found([]))).toBe("No calls match.");
    expect(callsText(found([], { totalRecords: 4, currentPage: 3 }))).toBe("Page 3 is past the last of 4 calls.");
  });

  it("say how fresh a mirror is, what to know of the answer, and what a search would take", () => {
    const coverage = { from: "2025-01-01T00:00:00Z", calls: 120, expectedCalls: 200, complete: false };
    const mirror = { asOf: "2025-02-01T00:00:00Z", coverage, pending: 3 };
    expect(
      callsText({ ...found([]), note: "Gong shows none.", mirror })
        .split("\n")
        .slice(1),
    ).toEqual([
      'Note: "Gong shows none."',
      "From a mirror as of 2025-02-01T00:00:00Z: 120 calls since 2025-01-01T00:00:00Z, not complete yet; 3 calls still lack transcript or content.",
    ]);
    const cost = { calls: 900, requests: 12, seconds: 4, shareOfDay: 0.0012, leftToday: null };
    expect(callsText({ ...found([]), cost })).toBe(
      "Nothing was searched. A search would take:\ncalls: 900\nrequests: 12\nseconds: 4\nshareOfDay: 0.0012\nleftToday: none",
    );
  });

  it("show brief and topics of the content, and say what shows the rest", () => {
    const content: FoundCall["content"] = {
      brief: "About pricing.",
      topics: [{ name: "Pricing", duration: 61 }],
      keyphrases: [{ text: "never shown", count: 1 }],
      questions: { companyCount: 0, nonCompanyCount: 0, asked: [] },
      interactionStats: [],
      talkTimes: [],
    };
    const text = callsText(found([answeredCall({ content })]));
    expect(text).toContain('   Brief: "About pricing."\n   Topics: "Pricing" 1:01');
    expect(text).not.toContain("never shown");
    expect(text).toContain("get-call with include-content: true shows the rest");
  });
});

describe("an answer of any shape", () => {
  it("is told by its shape", () => {
    expect(answerText(answeredCall())).toMatch(/^Call 7306080300300006513: /);
    expect(answerText(found([]))).toBe("No calls match.");
    expect(answerText({ callId: "7", deleted: true })).toBe("callId: 7\ndeleted: true");
  });

  it("is cut at 30,000 characters and at 50 items of a list", () => {
    const many = answerText({ rows: Array.from({ length: 60 }, (_, number) => ({ number, none: null, empty: [] })) });
    expect(many).toContain("number: 49\n");
    expect(many).toContain("none: none\n    empty: none\n  - and 10 more, in the structured content");
    const wide = answerText(Object.fromEntries(Array.from({ length: 900 }, (_, n) => [`m${n}`, "long ".repeat(20)])));
    expect(wide.length).toBeLessThanOrEqual(30_100);
    expect(wide).toMatch(/\(\d+ more lines are left out here; the structured content has all\.\)$/);
  });
});
