import { describe, expect, test } from "vitest";
import { InvalidInputError } from "../calls/errors.ts";
import { actionNamed } from "./actions.ts";
import { canonicalName } from "./canonical-name.ts";
import { parseParameters } from "./parse-parameters.ts";

const participants = [{ name: "John Doe", userId: "u1", mediaChannelId: 1 }, { name: "Jane Smith" }];
const complete = {
  "actual-start": "2025-01-13T01:30:00-08:00",
  "client-unique-id": "a1",
  "download-media-url": "https://example.com/a.mp3",
  "call-title": "Hello",
  direction: "Outbound",
  participants,
  "primary-user": "u1",
};

function problemsOf(action: string, values: object, spell?: (name: string) => string): string[] {
  try {
    parseParameters(actionNamed(action), { entries: Object.entries(values), spell });
  } catch (error) {
    if (error instanceof InvalidInputError)
      return error.problems.map((problem) => `${problem.parameter}: ${problem.message}`);
    throw error;
  }
  return [];
}

describe("names", () => {
  test.each(["call-title", "callTitle", "call_title", "--call-title", "Call-Title"])("%s is call-title", (written) => {
    expect(canonicalName(written)).toBe("call-title");
  });

  test("an unknown parameter names the nearest right one, in the caller's spelling", () => {
    expect(problemsOf("get-call", { "call-id": "1", includeContents: true })).toEqual([
      "includeContents: is not a parameter of get-call; did you mean include-content?",
    ]);
  });

  test("the same parameter in two spellings is given twice", () => {
    expect(problemsOf("get-call", { "call-id": "1", callId: "2" })).toEqual(["callId: is given twice; leave one out"]);
  });

  test("what the caller left out is spelled as their surface would", () => {
    const [first] = problemsOf("retry-call", {}, (name) => `--${name}`);
    expect(first).toBe("--call-id: is required: The id of a call whose status is Failed");
  });
});

describe("values", () => {
  test("text and JSON give the same parameters", () => {
    const asText = { ...complete, participants: JSON.stringify(participants), duration: "12.5" };
    const action = actionNamed("add-call");
    expect(parseParameters(action, { entries: Object.entries(asText) })).toEqual(
      parseParameters(action, { entries: Object.entries({ ...complete, duration: 12.5 }) }),
    );
  });

  test("words may come in any case, and null is left out", () => {
    const parsed = parseParameters(actionNamed("add-call"), {
      entries: Object.entries({ ...complete, direction: "outbound", disposition: null }),
    });
    expect(parsed["direction"]).toBe("Outbound");
    expect(parsed).not.toHaveProperty("disposition");
  });

  test("one keyword may stand without brackets", () => {
    const parse = (keywords: unknown) =>
      parseParameters(actionNamed("search-calls"), { entries: [["keywords", keywords]] })["keywords"];
    expect(parse("free trial")).toEqual(["free trial"]);
    expect(parse('["free trial", "demo"]')).toEqual(["free trial", "demo"]);
    expect(parse(["demo"])).toEqual(["demo"]);
  });

  test("no more is looked for than anybody would, so that a search ends", () => {
    const many = (count: number) => Array.from({ length: count }, () => "demo");
    expect(problemsOf("search-calls", { keywords: many(100), "primary-user-ids": many(1000) })).toEqual([]);
    const preview = JSON.stringify(many(12)).slice(0, 80);
    expect(problemsOf("search-calls", { keywords: many(101), "primary-user-ids": many(1001) })).toEqual([
      `primary-user-ids: must have at most 1000 entries; got ${preview}…`,
      `keywords: must have at most 100 entries; got ${preview}…`,
    ]);
    for (const name of ["keywords", "title", "participant-name", "disposition"]) {
      expect(problemsOf("search-calls", { [name]: "z".repeat(1000) })).toEqual([]);
      const [first] = problemsOf("search-calls", { [name]: "z".repeat(1001) });
      expect(first).toMatch(/: must be at most 1000 characters long.*; got "z+…$/);
    }
  });

  test("every problem is told at once with the value and the mend", () => {
    const { "call-title": _title, ...rest } = complete;
    const wrong = {
      ...rest,
      "actual-start": "2025-01-13T01:30:00",
      direction: "Sideways",
      participants: [{ name: "John Doe", mediaChannelId: 7 }],
    };
    expect(problemsOf("add-call", wrong)).toEqual([
      'actual-start: times need an offset, such as 2025-01-13T01:30:00-08:00 or 2025-01-13T09:30:00Z; got "2025-01-13T01:30:00"',
      "call-title: is required: Title of the call",
      'direction: must be one of Inbound, Outbound, Conference, Unknown; got "Sideways"',
      "participants[0].mediaChannelId: 0 is the left channel, 1 the right; got 7",
    ]);
  });

  test.each<[string, unknown, string]>([
    ["participants", [], "participants: must not be empty; got []"],
    ["participants", {}, "participants: must be a JSON array; got {}"],
    ["participants", [{ ...participants[0], name: 5 }], "participants[0].name: must be a text; got 5"],
    ["context", [{}], "context[0].system: is required"],
    ["context", [{ system: "S", objects: [{ objectType: "T" }] }], "context[0].objects[0].objectId: is required"],
    [
      "disposition",
      "z".repeat(256),
      `disposition: must be at most 255 characters long and has 256; got "${"z".repeat(79)}…`,
    ],
    ["language-code", "plain English", 'language-code: must be a BCP-47 code, such as en-US; got "plain English"'],
    [
      "actual-start",
      "2025-02-30T01:30:00Z",
      'actual-start: must be a date and time that exists, written such as 2025-01-13T01:30:00-08:00; got "2025-02-30T01:30:00Z"',
    ],
  ])("%s %j is refused in plain words", (name, value, problem) => {
    expect(problemsOf("add-call", { ...complete, [name]: value })).toEqual([problem]);
  });

  test("a participant's field that would be lost is refused, and null is one left out", () => {
    const misspelt = [{ ...participants[0], email: "john@example.com" }];
    expect(problemsOf("add-call", { ...complete, participants: misspelt })).toEqual([
      'participants[0]: has no field email; did you mean emailAddress?; got {"name":"John Doe","userId":"u1","mediaChannelId":1,"email":"john@example.com"}',
    ]);
    expect(problemsOf("add-call", { ...complete, participants: [{ ...participants[0], phoneNumber: null }] })).toEqual(
      [],
    );
  });

  test("JSON that breaks off is said to be broken", () => {
    const [first, ...others] = problemsOf("add-call", { ...complete, participants: '[{"name": "John"' });
    expect(first).toMatch(/^participants: is not valid JSON \(.+\); got "\[\{\\"name\\": \\"John\\""$/);
    expect(others).toEqual([]);
  });

  test("JSON in a text is refused where it is nested beyond all sense", () => {
    const [first] = problemsOf("add-call", { ...complete, participants: "[".repeat(50_000) + "]".repeat(50_000) });
    expect(first).toMatch(/^participants: is not valid JSON \(it is nested more than 500 levels deep\); got "\[+…$/);
    const criteria = `{"a":${"[".repeat(50_000)}${"]".repeat(50_000)}}`;
    expect(problemsOf("search-calls", { "search-criteria": criteria })).toHaveLength(1);
  });

  test("the primary user must be one of the participants", () => {
    expect(problemsOf("add-call", { ...complete, "primary-user": "u9" })).toEqual([
      'primary-user: must be the userId of one of the participants (their userIds are u1); got "u9"',
    ]);
    expect(problemsOf("add-call", { ...complete, participants: [{ name: "Jane" }] })).toEqual([
      'primary-user: must be the userId of one of the participants (none of them has a userId); got "u1"',
    ]);
  });

  test("a timeline may only name participants that there are", () => {
    const timeline = { speechSegments: [{ fromTime: 0, toTime: 900, partyIds: ["p1", "p2"] }] };
    const known = [{ ...participants[0], partyId: "p1" }, participants[1]];
    expect(problemsOf("add-call", { ...complete, participants: known, "speakers-timeline": timeline })).toEqual([
      "speakers-timeline: names partyIds that no participant has: p2; give the participants those as partyId",
    ]);
  });

  test("ranges must have their ends in order", () => {
    const dates = { "from-date": "2025-02-01T00:00:00Z", "to-date": "2025-02-01T00:00:00Z" };
    expect(problemsOf("search-calls", { ...dates, "min-duration": 9, "max-duration": 8 })).toEqual([
      'from-date: must be before to-date (2025-02-01T00:00:00Z); got "2025-02-01T00:00:00Z"',
      "min-duration: must not be above max-duration (8); got 9",
    ]);
  });

  test("search-criteria may hold the filters as one object, in any spelling", () => {
    const parse = (criteria: unknown) =>
      parseParameters(actionNamed("search-calls"), { entries: [["search-criteria", criteria]] })["search-criteria"];
    expect(parse('{"fromDate": "2025-01-01T00:00:00Z", "keywords": "demo"}')).toEqual({
      "from-date": "2025-01-01T00:00:00Z",
      keywords: ["demo"],
    });
    expect(parse("pricing")).toEqual({ keywords: ["pricing"] });
    expect(problemsOf("search-calls", { "search-criteria": { colour: "blue" } })).toHaveLength(1);
  });
});
