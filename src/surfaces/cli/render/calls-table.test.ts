import { describe, expect, it } from "vitest";
import { renderCalls } from "./calls-table.ts";
import { makeStyle } from "./style.ts";

const plain = (columns: number) => ({ columns, style: makeStyle(false) });

const call = {
  callId: "1736760600000012345",
  title: "Sales Call with Jane Smith",
  actualStart: "2025-01-13T01:30:00-08:00",
  duration: 754,
  primaryUser: { userId: "u1", name: "John Doe", emailAddress: null },
  parties: [
    { name: "John Doe", userId: "u1", affiliation: "Internal" },
    { name: "Jane Smith", affiliation: "External" },
    { phoneNumber: "+1 555", affiliation: "External" },
  ],
  direction: "Outbound",
  disposition: null,
  status: "Completed",
  clientUniqueId: "c1",
  scope: "External",
  workspaceId: "1",
};
const match = {
  keyword: "demo",
  where: "transcript",
  text: "A demo.",
  start: 187.9,
  speaker: null,
  affiliation: "External",
};
const answer = (calls: object[], pagination: object = {}) => ({
  calls,
  pagination: { totalRecords: calls.length, pageSize: 10, currentPage: 1, ...pagination },
});

describe("found calls", () => {
  it("stand in a table that fits 80 columns, with matches beneath", () => {
    const title = { keyword: "demo", where: "title", text: "Demo call" };
    expect(renderCalls(answer([{ ...call, matches: [match, title] }]), plain(80))?.split("\n")).toEqual([
      "Call                 Start          Duration   Status       Host         Parties",
      "Sales Call with      2025-01-13     12:34      Completed    John Doe     Jane Smith",
      "Jane Smith           01:30 -08:00                                        +1 555",
      "1736760600000012345",
      "    03:07 External: A demo.",
      "    title: Demo call",
      "",
      "Call 1 of 1.",
    ]);
  });

  it("show five matches each and say how many more there are", () => {
    const text = renderCalls(answer([{ ...call, matches: Array.from({ length: 7 }, () => match) }]), plain(80));
    expect(text?.match(/03:07 External: A demo\./g)).toHaveLength(5);
    expect(text).toContain("    and 2 more; --json shows all\n");
  });

  it("come with exact totals and the way to the next page", () => {
    const paged = { totalRecords: 42, pageSize: 2, currentPage: 3, cursor: "4.x" };
    expect(renderCalls(answer([call, call], paged), plain(80))).toMatch(/Calls 5 to 6 of 42\. Next page: --page 4$/);
    const many = { totalRecords: 10_000, totalIsLowerBound: true, pageSize: 1 };
    expect(renderCalls(answer([call], many), plain(80))).toMatch(/Call 1 of at least 10000\.$/);
    expect(renderCalls(answer([]), plain(80))).toBe("No calls match.");
    expect(renderCalls(answer([], { totalRecords: 3, currentPage: 2 }), plain(80))).toBe(
      "Page 2 is past the last of 3 calls.",
    );
  });

  it("cannot write to the terminal anything but text", () => {
    const text = renderCalls(answer([{ ...call, title: "\u001B[2J\u202Eevil\u0007\nname" }]), plain(80));
    expect(text).toContain("[2Jevil name");
    for (const control of ["\u001B", "\u0007", "\u202E"]) expect(text).not.toContain(control);
  });

  it("are coloured only where colour is wanted", () => {
    expect(renderCalls(answer([call]), { columns: 80, style: makeStyle(true) })).toContain("\u001B[32mCompleted");
    expect(renderCalls(answer([call]), plain(80))).not.toContain("\u001B");
  });

  it("are left to JSON when the answer is of another shape", () => {
    expect(renderCalls({ calls: "none" }, plain(80))).toBeUndefined();
  });
});
