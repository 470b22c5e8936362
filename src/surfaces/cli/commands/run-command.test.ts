import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { working } from "../../../../test/support/cli/fake-host.ts";
import { addCallText, makeFakeCli } from "../../../../test/support/cli/run-fake-cli.ts";

const search = "/your-gong-connection\naction: search-calls\n";

describe("tamtam run", () => {
  it("answers one command from standard input with one document", async () => {
    for (const argv of [[], ["-"]]) {
      const cli = makeFakeCli({ stdin: addCallText() });
      expect(await cli.run("run", ...argv)).toBe(0);
      expect(cli.stdout.text).toBe('{\n  "callId": "1001",\n  "status": "Processing"\n}\n');
      expect(cli.host.opened).toEqual(["your-gong-connection"]);
    }
  });

  it("reads a file, relative to the working directory", async () => {
    const cli = makeFakeCli();
    writeFileSync(join(cli.folder, "calls.txt"), search);
    expect(await cli.run("run", "calls.txt")).toBe(0);
    expect(JSON.parse(cli.stdout.text)).toMatchObject({ pagination: { totalRecords: 0 } });
  });

  it("answers several commands with one array, and waits for each call before the next command", async () => {
    const text = `${addCallText("first")}\n${addCallText("second")}\n/other get-call client-unique-id: first`;
    const cli = makeFakeCli({ stdin: text });
    expect(await cli.run("run")).toBe(0);
    const answers: unknown = JSON.parse(cli.stdout.text);
    expect(answers).toMatchObject([{ callId: "1001" }, { callId: "1002" }, { callId: "1001", status: "Completed" }]);
    expect(cli.stdout.text).toBe(`${JSON.stringify(answers, null, 2)}\n`);
    expect(cli.host.opened).toEqual(["your-gong-connection", "your-gong-connection", "other"]);
  });

  it("checks all commands before it runs the first, and says which is wrong", async () => {
    const cli = makeFakeCli({
      stdin: `${addCallText()}\n/c get-call\n/c search-calls page: 0`,
      isTerminal: { stderr: true },
    });
    expect(await cli.run("run")).toBe(2);
    expect(cli.stderr.text).toContain("  command 2 (get-call), call-id: is required");
    expect(cli.stderr.text).toContain("  command 3 (search-calls), page: must be a whole number from 1 to 100000; got");
    expect(cli.host.added).toEqual([]);
    expect(cli.stdout.text).toBe("");
  });

  it("stops at the command that fails, with a whole array of the answers before it", async () => {
    const cli = makeFakeCli({ stdin: `${search}\n/c get-call call-id: 7\n${search}` });
    expect(await cli.run("run")).toBe(3);
    expect(JSON.parse(cli.stdout.text)).toHaveLength(1);
    expect(JSON.parse(cli.stderr.text)).toMatchObject({
      error: {
        code: "not-found",
        command: { number: 2, action: "get-call" },
        message: expect.stringContaining("command 2 of 3 (get-call): There is no call"),
      },
    });
    const first = makeFakeCli({ stdin: `/c get-call call-id: 7\n${search}` });
    expect(await first.run("run")).toBe(3);
    expect(first.stdout.text).toBe("[]\n");
  });

  it("stops at a call that fails", async () => {
    const cli = makeFakeCli({ stdin: `${addCallText()}\n${search}` });
    const failure = { stage: "decode", code: "media-type", reason: "It is a web page." } as const;
    cli.host.progress = [{ ...working, status: "Failed", failure }];
    expect(await cli.run("run")).toBe(6);
    expect(JSON.parse(cli.stdout.text)).toEqual([{ callId: "1001", status: "Processing" }]);
  });

  it("shows people one answer after the other", async () => {
    const cli = makeFakeCli({ stdin: `${addCallText()}\n${search}`, isTerminal: { stdout: true } });
    expect(await cli.run("run", "--no-wait")).toBe(0);
    expect(cli.stdout.text).toMatch(/^Call 1001 is added; its status is Processing\.\nCall +Start/);
    expect(cli.stdout.text).toMatch(/\nCall 1 of 1\.\n$/);
  });

  it("refuses text that is no command, and a file that is not there", async () => {
    const cli = makeFakeCli({ stdin: "hello\n", isTerminal: { stderr: true } });
    expect(await cli.run("run")).toBe(2);
    expect(cli.stderr.text).toContain('command: must start with a line that names a connection, such as "/your-gong');
    expect(await cli.run("run", "gone.txt")).toBe(2);
    expect(cli.stderr.text).toContain(`file: does not exist: ${join(cli.folder, "gone.txt")}`);
    expect(await cli.run("run", ".")).toBe(2);
    expect(cli.stderr.text).toContain("file: is a folder: ");
  });
});
