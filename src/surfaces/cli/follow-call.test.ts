import { describe, expect, it } from "vitest";
import { completed, type FakeHost, working } from "../../../test/support/cli/fake-host.ts";
import { addCallOptions, makeFakeCli } from "../../../test/support/cli/run-fake-cli.ts";
import type { CallProgress } from "./host/processing.ts";

const failed: CallProgress = {
  ...working,
  status: "Failed",
  failure: { stage: "download", code: "media-not-found", reason: "https://example.com/a.mp3 answered 404." },
};

const transcribing: CallProgress = { ...working, stage: "transcribe", progress: 0.5, timesRealTime: 21.34 };

describe("following a call", () => {
  it("tells each stage once where stderr is not a terminal, then how it ended", async () => {
    const cli = makeFakeCli();
    const weights = { what: "Fetching the recogniser's weights", progress: 0.1 };
    cli.host.progress = [
      { ...working, setUp: weights },
      { ...working, setUp: { ...weights, progress: 0.9 } },
      working,
      { ...working, progress: 0.5 },
      { ...working, stage: "decode" },
      { ...transcribing, progress: 0.1 },
      transcribing,
      completed,
    ];
    expect(await cli.run("add-call", ...addCallOptions)).toBe(0);
    expect(cli.stderr.text.split("\n")).toEqual([
      "Call 1001: Fetching the recogniser's weights",
      "Call 1001: Downloading the recording",
      "Call 1001: Decoding the recording",
      "Call 1001: Transcribing",
      "Call 1001 is completed, transcribed at 21 times real time. To read it: tamtam get-call --call-id 1001",
      "",
    ]);
    expect(cli.stdout.text).toBe('{\n  "callId": "1001",\n  "status": "Processing"\n}\n');
  });

  it("shows a bar on a terminal, with stage, per cent and speed, and takes it away at the end", async () => {
    const cli = makeFakeCli({ isTerminal: { stderr: true }, columns: 100 });
    cli.host.progress = [transcribing];
    // The bar is drawn when it starts and when it stops; what is drawn last is what was shown last.
    cli.host.progress.push(completed);
    expect(await cli.run("add-call", ...addCallOptions)).toBe(0);
    expect(cli.stderr.text).toMatch(/Transcribing +\[=+-+\] 50 %, 21 times real time/);
    expect(cli.stderr.text).toContain("\u001B[?25h");
    expect(cli.stderr.text.split("\u001B[2K").at(-1)).toMatch(/^Call 1001 is completed, .*\n$/);
  });

  it("prints the answer before the work is done", async () => {
    const cli = makeFakeCli();
    const printed: string[] = [];
    cli.host.beforeProgress = () => printed.push(cli.stdout.text);
    await cli.run("add-call", ...addCallOptions);
    expect(printed[0]).toContain('"callId": "1001"');
  });

  it("is left out with --no-wait", async () => {
    const cli = makeFakeCli();
    cli.host.progress = [failed];
    expect(await cli.run("add-call", "--no-wait", ...addCallOptions)).toBe(0);
    expect(cli.stderr.text).toBe("");
  });

  it("ends with 6, the reason and the command to retry when the call fails", async () => {
    const [cli, piped] = [makeFakeCli({ isTerminal: { stderr: true } }), makeFakeCli()];
    for (const { host } of [cli, piped]) host.progress = [working, failed];
    expect(await cli.run("add-call", ...addCallOptions)).toBe(6);
    expect(cli.stderr.text).toContain(
      "tamtam: Call 1001 failed at download: https://example.com/a.mp3 answered 404.\n" +
        "Once that is mended, start it again from there: tamtam retry-call --call-id 1001\n",
    );
    expect(await piped.run("add-call", ...addCallOptions)).toBe(6);
    expect(JSON.parse(piped.stderr.text.split("\n")[1] ?? "")).toMatchObject({
      error: {
        code: "media-not-found",
        callId: "1001",
        stage: "download",
        retry: "tamtam retry-call --call-id 1001",
      },
    });
  });

  it("goes on with a call that was added before and is not done, and leaves one alone that is", async () => {
    const cli = makeFakeCli();
    await cli.run("add-call", "--no-wait", ...addCallOptions);
    expect(await cli.run("add-call", ...addCallOptions)).toBe(0);
    expect(cli.stderr.text).toContain("Call 1001 is completed");
    cli.stderr.text = "";
    expect(await cli.run("add-call", ...addCallOptions)).toBe(0);
    expect(cli.stderr.text).toBe("");
  });

  it("follows a retried call too", async () => {
    const cli = makeFakeCli();
    cli.host.progress = [failed];
    await cli.run("add-call", ...addCallOptions);
    cli.host.progress = [working, completed];
    cli.stdout.text = cli.stderr.text = "";
    expect(await cli.run("retry-call", "--call-id", "1001")).toBe(0);
    expect(JSON.parse(cli.stdout.text)).toEqual({ callId: "1001", status: "Processing", stage: "download" });
    expect(cli.stderr.text).toContain("Call 1001 is completed");
    expect(await cli.run("retry-call", "--call-id", "1001")).toBe(4);
  });

  it("says on Ctrl-C that the call stays, and ends with 130", async () => {
    const cli = makeFakeCli({ isTerminal: { stderr: true } });
    interruptAt(1, cli.host, cli.interruption);
    expect(await cli.run("add-call", ...addCallOptions)).toBe(130);
    expect(cli.stderr.text).toContain("Call 1001 stays, with all that is done so far");
    expect(cli.stdout.text).toContain('"callId": "1001"');
  });

  it("takes a host that breaks off with an error on Ctrl-C for interrupted as well", async () => {
    const cli = makeFakeCli();
    cli.host.beforeProgress = () => {
      cli.interruption.abort();
      throw new Error("aborted");
    };
    expect(await cli.run("add-call", ...addCallOptions)).toBe(130);
  });

  it("does not take the end of the news for the end of the work", async () => {
    const cli = makeFakeCli();
    cli.host.progress = [working];
    expect(await cli.run("add-call", ...addCallOptions)).toBe(1);
    expect(cli.stderr.text).toContain("the news of call 1001 ended before its processing did");
  });
});

function interruptAt(position: number, host: FakeHost, interruption: AbortController): void {
  host.beforeProgress = (now) => {
    if (now === position) interruption.abort();
  };
}
