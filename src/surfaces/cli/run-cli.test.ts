import { readFileSync } from "node:fs";
import { Writable } from "node:stream";
import { describe, expect, it } from "vitest";
import { actions } from "../../connection/actions.ts";
import { ConflictError, NotFoundError, SetupError, StageError } from "../../calls/errors.ts";
import { addCallOptions, makeFakeCli } from "../../../test/support/cli/run-fake-cli.ts";
import { exitCodes } from "./exit-codes.ts";

const onTerminal = { isTerminal: { stdout: true, stderr: true } };
const errorOf = (text: string): unknown => JSON.parse(text.trimEnd().split("\n").at(-1) ?? "");

describe("an action on the command line", () => {
  it("prints exactly the JSON answer where stdout is not a terminal", async () => {
    const cli = makeFakeCli();
    expect(await cli.run("add-call", "--no-wait", ...addCallOptions)).toBe(0);
    expect(cli.stdout.text).toBe('{\n  "callId": "1001",\n  "status": "Processing"\n}\n');
    expect(cli.stderr.text).toBe("");
  });

  it("prints the same JSON on a terminal with --json, wherever it stands", async () => {
    const cli = makeFakeCli(onTerminal);
    expect(await cli.run("add-call", "--json", "--no-wait", ...addCallOptions)).toBe(0);
    expect(await cli.run("--json", "add-call", "--no-wait", ...addCallOptions)).toBe(0);
    const first = '{\n  "callId": "1001",\n  "status": "Processing"\n}\n';
    const second = '{\n  "callId": "1001",\n  "status": "Processing",\n  "duplicate": true\n}\n';
    expect(cli.stdout.text).toBe(first + second);
  });

  it("hands the parameters to the action as they were typed", async () => {
    const cli = makeFakeCli();
    await cli.run("add-call", "--no-wait", ...addCallOptions, "--duration=90", "--customData", "mine");
    expect(cli.host.added).toHaveLength(1);
    expect(cli.host.added[0]).toMatchObject({
      actualStart: "2025-01-13T01:30:00-08:00",
      title: "Sales Call with Jane Smith",
      parties: [{ name: "John Doe" }, { phoneNumber: "+1 555-555-1212" }],
      duration: 90,
      customData: "mine",
    });
  });

  it("takes a flag with and without its value", async () => {
    const cli = makeFakeCli();
    await cli.run("add-call", "--no-wait", ...addCallOptions);
    const matches = async (...argv: string[]) => {
      cli.stdout.text = "";
      await cli.run("search-calls", "--keywords", "demo", ...argv);
      return cli.stdout.text.includes('"matches"');
    };
    expect(await matches("--include-content")).toBe(true);
    expect(await matches("--include-content", "yes")).toBe(true);
    expect(await matches("--include-content", "false")).toBe(false);
    expect(await matches("--include-content", "--page", "1")).toBe(true);
  });

  it("opens the connection that is named, else the default one", async () => {
    const cli = makeFakeCli({ defaultConnection: "acme" });
    await cli.run("search-calls");
    await cli.run("search-calls", "--connection", "other");
    await cli.run("--connection", "/spelled-as-in-command-text", "search-calls");
    const bare = makeFakeCli();
    await bare.run("search-calls");
    expect(cli.host.opened).toEqual(["acme", "other", "spelled-as-in-command-text"]);
    expect(bare.host.opened).toEqual([undefined]);
  });

  it("tells every problem at once, each in the spelling of the command line, and runs nothing", async () => {
    const cli = makeFakeCli(onTerminal);
    const code = await cli.run("add-call", "--call_title", "", "--direction", "up", "--prticipants", "[]", "--purpose");
    expect(code).toBe(2);
    expect(cli.stderr.text.split("\n").map((line) => line.replace(/: .*/, ""))).toEqual([
      "tamtam",
      "  --prticipants",
      "  --purpose",
      "  --actual-start",
      "  --client-unique-id",
      "  --download-media-url",
      "  --call_title",
      "  --direction",
      "  --participants",
      "  --primary-user",
      "",
    ]);
    expect(cli.stderr.text).toContain("--prticipants: is not an option of add-call; did you mean --participants?");
    expect(cli.stderr.text).toContain('--direction: must be one of Inbound, Outbound, Conference, Unknown; got "up"');
    expect(cli.stdout.text).toBe("");
    expect(cli.host.opened).toEqual([]);
  });

  it("tells one problem in one line", async () => {
    const cli = makeFakeCli(onTerminal);
    expect(await cli.run("get-call", "--call-id", "1", "--jason")).toBe(2);
    expect(cli.stderr.text).toBe("tamtam: --jason: is not an option of get-call; did you mean --json?\n");
  });

  it("tells words that belong to no option, as unquoted JSON gives them", async () => {
    const cli = makeFakeCli(onTerminal);
    expect(await cli.run("search-calls", "--title", "a", "demo")).toBe(2);
    expect(cli.stderr.text).toBe(
      'tamtam: "demo": belongs to no option; quote a value that has spaces or quotes in it\n',
    );
  });

  it("tells problems as one line of JSON where stderr is not a terminal", async () => {
    const cli = makeFakeCli();
    expect(await cli.run("get-call", "--cal-id", "5")).toBe(2);
    expect(cli.stderr.text.trimEnd().split("\n")).toHaveLength(1);
    expect(errorOf(cli.stderr.text)).toMatchObject({
      error: {
        exitCode: 2,
        code: "invalid-input",
        problems: [
          { parameter: "--cal-id", message: "is not an option of get-call; did you mean --call-id?" },
          { parameter: "--call-id" },
        ],
      },
    });
  });

  it("tells problems that only the backend finds in the same spelling", async () => {
    const cli = makeFakeCli({ isTerminal: { stderr: true } });
    expect(await cli.run("search-calls", "--cursor", "nonsense")).toBe(2);
    expect(cli.stderr.text).toContain("tamtam: --cursor: is not one that search-calls answered");
  });

  it("says which command or option may have been meant", async () => {
    const cli = makeFakeCli(onTerminal);
    expect(await cli.run("serch-calls")).toBe(2);
    expect(await cli.run("--verison")).toBe(2);
    expect(await cli.run("doctor", "--jsn", "now")).toBe(2);
    expect(await cli.run("search-calls", "--connection")).toBe(2);
    expect(cli.stderr.text.split("\n")).toEqual([
      'tamtam: "serch-calls": is not a command of tamtam; did you mean search-calls?',
      "tamtam: --verison: is not an option of tamtam; did you mean --version?",
      "tamtam: 2 things are wrong:",
      "  --jsn: is not an option of doctor; did you mean --json?",
      '  "now": is one word too many for doctor',
      "tamtam: --connection: needs a value",
      "",
    ]);
  });

  it("ends quietly when whoever reads the output has gone", async () => {
    const closed = new Writable({
      write: (_chunk, _encoding, done) => done(Object.assign(new Error("write EPIPE"), { code: "EPIPE" })),
    });
    const cli = makeFakeCli({ stdout: closed });
    expect(await cli.run("search-calls")).toBe(0);
    expect(cli.stderr.text).toBe("");
  });

  it("is interrupted by Ctrl-C also while the backend does not answer", async () => {
    const cli = makeFakeCli();
    const opening = Promise.withResolvers<void>();
    Object.assign(cli.host.connections, {
      open: () => {
        opening.resolve();
        return new Promise(() => {});
      },
    });
    const running = cli.run("search-calls");
    await opening.promise;
    cli.interruption.abort();
    expect(await running).toBe(130);
  });
});

describe("exit codes", () => {
  it.each([
    [new NotFoundError("There is no such call."), exitCodes.notFound, "not-found"],
    [new ConflictError("It is being processed."), exitCodes.conflict, "conflict"],
    [new SetupError("The folder cannot be written."), exitCodes.setup, "setup"],
    [new StageError("disk-full", "The disk is full.", { isTransient: true }), exitCodes.callFailed, "disk-full"],
    [new TypeError("x is not a function"), exitCodes.unexpected, "unexpected"],
  ])("tell %s apart", async (failure, exitCode, code) => {
    const cli = makeFakeCli();
    cli.host.failure = failure;
    expect(await cli.run("get-call", "--call-id", "1")).toBe(exitCode);
    expect(errorOf(cli.stderr.text)).toMatchObject({ error: { code, exitCode } });
    expect(cli.stdout.text).toBe("");
  });

  it("are 3 for a call that is not there", async () => {
    const cli = makeFakeCli({ isTerminal: { stderr: true } });
    expect(await cli.run("get-call", "--call-id", "7")).toBe(3);
    expect(cli.stderr.text).toContain("There is no call with call-id 7");
  });

  it("are each explained in the documentation", () => {
    const documentation = readFileSync(new URL("../../../docs/surfaces/cli.md", import.meta.url), "utf8");
    const rows = [...documentation.matchAll(/^\| (\d+) \|/gm)].map(([, code]) => Number(code));
    expect(rows).toEqual(Object.values(exitCodes));
  });
});

describe("help", () => {
  it("of a command that there is not names the nearest one", async () => {
    const cli = makeFakeCli({ isTerminal: { stderr: true } });
    expect(await cli.run("help", "add-cal")).toBe(2);
    expect(cli.stderr.text).toBe('tamtam: "add-cal": is not a command of tamtam; did you mean add-call?\n');
    expect(cli.stdout.text).toBe("");
  });

  it.each([[[]], [["--help"]], [["help"]]])("lists every command (%j)", async (argv) => {
    const cli = makeFakeCli();
    expect(await cli.run(...argv)).toBe(0);
    for (const name of [...actions.map((action) => action.name), "run", "shell", "serve", "doctor", "keys"]) {
      expect(cli.stdout.text).toContain(`\n  ${name} `);
    }
    expect(cli.stderr.text).toBe("");
  });

  it.each(actions)("of $name lists every parameter and an example that can be pasted", async (action) => {
    const cli = makeFakeCli({ columns: 100 });
    expect(await cli.run(action.name, "--help")).toBe(0);
    for (const name of Object.keys(action.parameters.shape)) expect(cli.stdout.text).toContain(`  --${name} `);
    expect(cli.stdout.text).toContain(`Example:\n  tamtam ${action.name} `);
  });

  it("says what is required, what a parameter can be and what it is by default", async () => {
    const cli = makeFakeCli({ columns: 400 });
    await cli.run("help", "add-call");
    await cli.run("search-calls", "--help");
    expect(cli.stdout.text).toMatch(/--direction <value> +Call direction \(required; one of Inbound, Outbound,/);
    expect(cli.stdout.text).toMatch(/--page-size <value> +Calls a page, at most 100 \(default: 10\)/);
    expect(cli.stdout.text).toMatch(/--include-media +Include links to the recording\n/);
  });

  it("prints the version", async () => {
    const cli = makeFakeCli();
    expect(await cli.run("--version")).toBe(0);
    expect(cli.stdout.text).toBe("1.2.3\n");
  });
});
