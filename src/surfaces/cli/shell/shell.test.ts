import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { describe, expect, it } from "vitest";
import { addCallText, type FakeCli, makeFakeCli } from "../../../../test/support/cli/run-fake-cli.ts";

describe("the shell, piped", () => {
  it("answers the one-line form and the form of several lines", async () => {
    const text = `${addCallText()}\n/acme get-call call-id: 1001\nsearch-calls title: "Sales Call"\n/acme\naction: search-calls`;
    const cli = makeFakeCli({ stdin: text, defaultConnection: "usual" });
    expect(await cli.run("shell")).toBe(0);
    const documents = cli.stdout.text.split(/(?<=^\}\n)/m).map((document) => JSON.parse(document) as unknown);
    expect(documents).toMatchObject([
      { callId: "1001", status: "Processing" },
      { callId: "1001", title: "Sales Call with Jane Smith" },
      { pagination: { totalRecords: 1 } },
      { pagination: { totalRecords: 1 } },
    ]);
    expect(cli.host.opened).toEqual(["your-gong-connection", "acme", "usual", "acme"]);
    expect(cli.stderr.text).toContain("Call 1001 is completed.");
  });

  it("goes on after an error, and ends with the exit code of the first", async () => {
    const text = "/c get-call call-id: 7\n/c get-cal\nnonsense\n/c search-calls\n";
    const cli = makeFakeCli({ stdin: text, isTerminal: { stderr: true } });
    expect(await cli.run("shell")).toBe(3);
    expect(cli.stderr.text.split("\n")).toEqual([
      "tamtam: There is no call with call-id 7; search-calls lists the calls there are.",
      'tamtam: action: there is no action "get-cal"; did you mean get-call?',
      expect.stringContaining("tamtam: command: must start with a line that names a connection"),
      "",
    ]);
    expect(JSON.parse(cli.stdout.text)).toMatchObject({ pagination: { totalRecords: 0 } });
  });

  it("explains itself and ends at exit", async () => {
    const cli = makeFakeCli({ stdin: "help\nhelp get-call\nexit\n/c search-calls\n" });
    expect(await cli.run("shell")).toBe(0);
    expect(cli.stdout.text).toContain("  add-call      Add a call by its metadata and the URL of its recording\n");
    expect(cli.stdout.text).toContain(
      "  call-id:             The call's id; required unless client-unique-id is given\n",
    );
    expect(cli.host.opened).toEqual([]);
  });

  it("ends with 130 on Ctrl-C", async () => {
    const stdin = new PassThrough();
    const cli = makeFakeCli({ stdin });
    const running = cli.run("shell");
    stdin.write("/c search-calls\n");
    await cli.stdout.waitFor('"totalRecords"');
    cli.interruption.abort();
    expect(await running).toBe(130);
  });
});

interface Conversation {
  readonly cli: FakeCli;
  type(text: string): void;
  readonly ended: Promise<number>;
}

function converse(): Conversation {
  const stdin = new PassThrough();
  const cli = makeFakeCli({
    stdin,
    isTerminal: { stdin: true, stdout: true, stderr: true },
    connectionNames: ["acme-gong"],
  });
  return { cli, type: (text) => stdin.write(text), ended: cli.run("shell") };
}

describe("the shell on a terminal", () => {
  it("completes with Tab, answers in words and keeps what was typed", async () => {
    const { cli, type, ended } = converse();
    await cli.stdout.waitFor("tamtam> ");
    // Readline takes a Tab within pasted text as it is: it has to come alone.
    for (const keys of ["/ac", "\t", " sea", "\t", "\n"]) type(keys);
    await cli.stdout.waitFor("No calls match.");
    type("exit\n");
    expect(await ended).toBe(0);
    expect(cli.host.opened).toEqual(["acme-gong"]);
    expect(readFileSync(join(cli.folder, "state", "history"), "utf8")).toBe("/acme-gong search-calls \nexit\n");
    expect(cli.stderr.text).toContain("Tamtam 1.2.3.");
  });

  it("runs a command that has begun at Ctrl-D and goes on; Ctrl-D on nothing ends it", async () => {
    const { cli, type, ended } = converse();
    await cli.stdout.waitFor("tamtam> ");
    type("/acme-gong\naction: search-calls\n");
    await cli.stdout.waitFor("action: search-calls");
    type("\u0004");
    await cli.stdout.waitFor("No calls match.\n\u001B[1G\u001B[0Jtamtam> ");
    type("\u0004");
    expect(await ended).toBe(0);
  });

  it("drops what has begun at Ctrl-C", async () => {
    const { cli, type, ended } = converse();
    await cli.stdout.waitFor("tamtam> ");
    type("/acme-gong\n");
    await cli.stdout.waitFor("...> ");
    type("action: sear");
    await cli.stdout.waitFor("sear");
    cli.stdout.text = "";
    type("\u0003");
    await cli.stdout.waitFor("tamtam> ");
    type("\u0004");
    expect(await ended).toBe(0);
    expect(cli.host.opened).toEqual([]);
  });

  it("leaves a call that is followed at Ctrl-C, and goes on", async () => {
    const { cli, type, ended } = converse();
    const following = Promise.withResolvers<void>();
    cli.host.followCall = async function* (_callId, { signal }) {
      following.resolve();
      if (!signal.aborted) await once(signal, "abort");
      yield* [];
    };
    await cli.stdout.waitFor("tamtam> ");
    type(`${addCallText()}\n`);
    await following.promise;
    type("\u0003");
    await cli.stderr.waitFor("Call 1001 stays");
    type("exit\n");
    expect(await ended).toBe(0);
  });
});
