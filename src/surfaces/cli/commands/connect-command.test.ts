import { describe, expect, it } from "vitest";
import { makeFakeCli } from "../../../../test/support/cli/run-fake-cli.ts";

const lines = "KEY\nsecret\n";

describe("tamtam connect", () => {
  it("reads key and secret from standard input, a line for each, and answers what the key may do", async () => {
    const cli = makeFakeCli({ stdin: lines });
    expect(await cli.run("connect", "acme", "--per-second", "2", "--per-day", "100")).toBe(0);
    expect(JSON.parse(cli.stdout.text)).toEqual({
      name: "acme",
      baseUrl: "https://api.gong.io",
      kind: "gong",
      limits: { perSecond: 2, perDay: 100 },
      credentials: "access-key",
      isFromSettings: false,
      callCount: 12,
      missingScope: null,
      scopes: null,
      abilities: [
        { does: "add-call", state: "untried", missingScopes: [] },
        { does: "get-call", state: "works", missingScopes: [] },
        { does: "search-calls", state: "works", missingScopes: [] },
        { does: "sync", state: "fails", missingScopes: ["api:calls:read:transcript"] },
      ],
      requestsToday: 7,
    });
    expect(cli.stdout.text + cli.stderr.text).not.toContain("secret");
  });

  it("shows people what was found", async () => {
    const cli = makeFakeCli({ stdin: lines, isTerminal: { stdout: true } });
    await cli.run("connect", "acme", "--per-day", "100");
    expect(cli.stdout.text.split("\n")).toEqual([
      "Connection     acme",
      "Server         https://api.gong.io (Gong's API)",
      "Limits         100 a day",
      "Signs in with  an access key",
      "Sees           12 calls of the last 30 days",
      "Works          get-call, search-calls",
      "Does not       sync: api:calls:read:transcript is missing",
      "Not tried      add-call",
      "Spent          7 of 100 requests in 24 hours",
      "",
    ]);
  });

  it("names everything that is wrong before it asks for anything", async () => {
    const cli = makeFakeCli({ stdin: lines });
    expect(await cli.run("connect", "acme", "--kind", "zoom", "--per-second", "0", "--port", "x")).toBe(2);
    const { error } = JSON.parse(cli.stderr.text) as { error: { problems: { parameter: string }[] } };
    expect(error.problems.map(({ parameter }) => parameter)).toEqual(["--kind", "--port", "--per-second"]);
  });

  it("wants the secret, and says where a wrong one was refused", async () => {
    const silent = makeFakeCli({ stdin: "KEY\n", isTerminal: { stderr: true } });
    expect(await silent.run("connect", "acme")).toBe(2);
    expect(silent.stderr.text).toContain("access key secret: is required");
    const wrong = makeFakeCli({ stdin: "KEY\nwrong\n" });
    expect(await wrong.run("connect", "acme")).toBe(5);
    expect(JSON.parse(wrong.stderr.text)).toMatchObject({
      error: { code: "remote-key", status: 401, requestId: "r1" },
    });
  });
});

describe("tamtam connections", () => {
  it("lists, tests, renames and removes", async () => {
    const cli = makeFakeCli({ stdin: lines });
    await cli.run("connect", "acme");
    const answer = async (...argv: string[]): Promise<unknown> => {
      cli.stdout.text = "";
      expect(await cli.run("connections", ...argv)).toBe(0);
      return JSON.parse(cli.stdout.text);
    };
    expect(await answer()).toMatchObject([{ name: "acme" }]);
    expect(await answer("test", "acme")).toMatchObject({ callCount: 12 });
    expect(await answer("rename", "acme", "gong")).toEqual({ name: "gong", was: "acme" });
    expect(await answer("remove", "gong")).toEqual({ name: "gong", removed: true });
    expect(await cli.run("connections", "test", "gong")).toBe(3);
    expect(await cli.run("connections", "destroy")).toBe(2);
  });

  it("says how to make the first", async () => {
    const cli = makeFakeCli({ isTerminal: { stdout: true } });
    await cli.run("connections");
    expect(cli.stdout.text).toBe('There are no connections yet; "tamtam connect <name>" makes one.\n');
  });
});

it("refuses a connection that is not there before anything is done", async () => {
  const cli = makeFakeCli();
  expect(await cli.run("search-calls", "--connection", "/missing")).toBe(3);
  expect(cli.host.opened).toEqual([]);
});
