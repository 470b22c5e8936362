import { describe, expect, test } from "vitest";
import { InvalidInputError } from "../calls/errors.ts";
import { actions } from "./actions.ts";
import { parseCommandText } from "./command-text.ts";
import { parseParameters } from "./parse-parameters.ts";

function only(source: string) {
  const commands = parseCommandText(source);
  expect(commands).toHaveLength(1);
  const [command] = commands;
  if (!command) throw new Error("no command");
  return { name: command.action.name, connection: command.connection, entries: Object.fromEntries(command.entries) };
}

function problemsOf(source: string): string[] {
  try {
    parseCommandText(source);
  } catch (error) {
    if (error instanceof InvalidInputError)
      return error.problems.map((problem) => `${problem.parameter}: ${problem.message}`);
    throw error;
  }
  return [];
}

describe("the form of the page", () => {
  test.each(actions.map((action) => [action.name, action]))(
    "the example of %s is a command that its action accepts",
    (name, action) => {
      const [command] = parseCommandText(action.example);
      expect(command?.connection).toBe("your-gong-connection");
      expect(command?.action.name).toBe(name);
      expect(() => parseParameters(action, { entries: command?.entries ?? [] })).not.toThrow();
    },
  );

  test("a value keeps its colons, and spaces around it do not count", () => {
    expect(only("/acme\naction:get-call").name).toBe("get-call");
    const source =
      "/acme\n  action: add-call\n  call-title:   Re: pricing, part 2  \nactual-start: 2025-01-13T01:30:00-08:00";
    expect(only(source).entries).toEqual({
      "call-title": "Re: pricing, part 2",
      "actual-start": "2025-01-13T01:30:00-08:00",
    });
  });

  test("a JSON value may go on over several lines, also where a line looks like a parameter", () => {
    const source = '/acme\naction: add-call\nparticipants: [\n  {"name": "Jane",\n  "userId": "7"}\n]\nprimary-user: 7';
    const { entries } = only(source);
    expect(JSON.parse(entries["participants"] ?? "")).toEqual([{ name: "Jane", userId: "7" }]);
    expect(entries["primary-user"]).toBe("7");
  });

  test("a JSON value is over when its brackets are, whatever is wrong in it", () => {
    const source = "/acme\naction: add-call\nparticipants: [{'name': 'Jane'}]\nprimary-user: 7";
    expect(only(source).entries).toEqual({ participants: "[{'name': 'Jane'}]", "primary-user": "7" });
  });

  test("brackets and escaped quotes within a text of JSON end nothing", () => {
    const participants = '[\n{"name": "Jane \\"]\\" {",\n"userId": "7"}\n]';
    const source = `/acme\naction: add-call\nparticipants: ${participants}\nprimary-user: 7`;
    expect(only(source).entries).toEqual({ participants, "primary-user": "7" });
  });

  test("a text of very many lines is read in a time that grows with them, and not with their square", () => {
    const before = process.cpuUsage();
    for (const [first, line] of [
      ["title: a", "b"],
      ["keywords: [", '"b",'],
      ["keywords: [", "b: 1"],
    ]) {
      const { entries } = only(`/acme\naction: search-calls\n${first}\n${`${line}\n`.repeat(100_000)}`);
      expect(Object.values(entries)[0]).toHaveLength(
        (first?.split(": ")[1]?.length ?? 0) + 100_000 * ((line?.length ?? 0) + 1),
      );
    }
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(4000);
  });

  test("Windows line ends and a byte order mark do not matter", () => {
    expect(only("\uFEFF/acme\r\naction: get-call\r\ncall-id: 123\r\n").entries).toEqual({ "call-id": "123" });
  });

  test("a text may hold several commands", () => {
    const commands = parseCommandText("/a\naction: get-call\ncall-id: 1\n\n/b get-call call-id: 2\n");
    expect(commands.map(({ connection, entries }) => [connection, entries])).toEqual([
      ["a", [["call-id", "1"]]],
      ["b", [["call-id", "2"]]],
    ]);
  });
});

describe("the one-line form", () => {
  test("names the action and parameters behind the connection", () => {
    expect(only("/your-gong-connection get-call call-id: 123")).toEqual({
      name: "get-call",
      connection: "your-gong-connection",
      entries: { "call-id": "123" },
    });
  });

  test("the action may be written as a parameter", () => {
    expect(only("/acme action: get-call call-id: 123").entries).toEqual({ "call-id": "123" });
  });

  test("a value ends where the next parameter of the action starts, and nowhere else", () => {
    const { entries } = only("/acme add-call call-title: Note: call Jane back direction: Inbound client-unique-id: a1");
    expect(entries).toEqual({ "call-title": "Note: call Jane back", direction: "Inbound", "client-unique-id": "a1" });
  });

  test("within quotes and JSON nothing starts a parameter", () => {
    const { entries } = only('/acme search-calls title: "which direction: up" keywords: ["match: all"]');
    expect(entries).toEqual({ title: "which direction: up", keywords: '["match: all"]' });
  });

  test("a quote that nothing ends hides nothing, and is looked for once", () => {
    expect(only('/acme search-calls title: 5" screen direction: Inbound').entries).toEqual({
      title: '5" screen',
      direction: "Inbound",
    });
    const before = process.cpuUsage();
    expect(only(`/acme search-calls keywords: ${'"a\\'.repeat(200_000)}`).entries["keywords"]).toHaveLength(600_000);
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(4000);
  });
});

describe("what cannot be read", () => {
  test("an unknown action names the nearest right one", () => {
    expect(problemsOf("/acme\naction: serch-calls")).toEqual([
      'action: there is no action "serch-calls"; did you mean search-calls?',
    ]);
  });

  test.each([
    ["", 'command: is empty; the first line names a connection, such as "/your-gong-connection"'],
    [
      "action: get-call",
      'command: must start with a line that names a connection, such as "/your-gong-connection"; got "action: get-call"',
    ],
    ["/acme", 'action: is required: write a line such as "action: search-calls"'],
    ["/acme\nget-call", 'command: a line must read "name: value"; got "get-call"'],
    ["/acme get-call 123", 'command: parameters must read "name: value"; got "123"'],
    ["/acme get-call\naction: add-call", 'action: is given twice, as "get-call" and "add-call"; leave one out'],
  ])("%j is refused with what to do", (source, message) => {
    expect(problemsOf(source)).toEqual([message]);
  });
});
