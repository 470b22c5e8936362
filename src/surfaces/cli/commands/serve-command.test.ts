import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { SetupError } from "../../../calls/errors.ts";
import { working } from "../../../../test/support/cli/fake-host.ts";
import {
  addCallText,
  type FakeCli,
  type FakeCliOptions,
  makeFakeCli,
} from "../../../../test/support/cli/run-fake-cli.ts";

const LAST_LINE = "or in a browser, signed in with the same access key: http://127.0.0.1:8090/calls\n";

function makeCliWithSample(options: FakeCliOptions = {}): FakeCli {
  const cli = makeFakeCli(options);
  mkdirSync(join(cli.folder, "examples"));
  writeFileSync(join(cli.folder, "examples", "sample-call.wav"), "RIFF");
  const text = addCallText("tamtam_sample_call", "examples/sample-call.wav");
  writeFileSync(join(cli.folder, "examples", "sample-call.command.txt"), text);
  return cli;
}

/** Runs `serve` until it has said all there is to say, then Ctrl-C. */
async function serve(cli: FakeCli, ...argv: string[]): Promise<number> {
  const running = cli.run("serve", ...argv);
  await cli.stdout.waitFor(LAST_LINE);
  cli.interruption.abort();
  return running;
}

describe("tamtam serve", () => {
  it("says where it is, how many calls there are and what to type next, and stops cleanly on Ctrl-C", async () => {
    const cli = makeFakeCli();
    expect(await serve(cli)).toBe(0);
    expect(cli.stdout.text).toContain("Tamtam is running at http://127.0.0.1:8090\n");
    expect(cli.stdout.text).toContain("Its page for people is at http://127.0.0.1:8090/calls\n");
    expect(cli.stdout.text).toContain("Ctrl-C stops it.\n");
    expect(cli.stdout.text).toContain("There are no calls yet.\n");
    expect(cli.stdout.text).toContain('curl -u "$TAMTAM_ACCESS_KEY:$TAMTAM_ACCESS_KEY_SECRET"');
    expect(cli.stdout.text).not.toContain("not shown again");
    expect(cli.stderr.text).toContain("Stopping.");
    expect(cli.host.server.disposals).toBe(1);
  });

  it("shows a new access key once, with the line that uses it", async () => {
    const cli = makeFakeCli();
    cli.host.server.newAccessKey = { accessKey: "ABC", accessKeySecret: "s3cret" };
    await serve(cli);
    expect(cli.stdout.text).toContain("Access key:        ABC\nAccess key secret: s3cret\nKeep the secret now");
    expect(cli.stdout.text).toContain(
      `curl -u ABC:s3cret -H 'content-type: application/json' -d '{"keywords":["pricing"]}' ` +
        "http://127.0.0.1:8090/connection/actions/search-calls\n",
    );
  });

  it("ends with 5 when the port is taken, and with 1 when the server breaks down, closing it", async () => {
    const taken = makeFakeCli();
    taken.host.failure = new SetupError("Port 8090 is taken; set TAMTAM_PORT.");
    expect(await taken.run("serve")).toBe(5);
    const broken = makeFakeCli();
    broken.host.server.stopped = Promise.reject(new Error("the database is gone"));
    expect(await broken.run("serve")).toBe(1);
    expect(broken.stderr.text).toContain("the database is gone");
    expect(broken.host.server.disposals).toBe(1);
  });

  it("prints one document and nothing else with --json", async () => {
    const cli = makeCliWithSample();
    cli.host.server.newAccessKey = { accessKey: "ABC", accessKeySecret: "s3cret" };
    const running = cli.run("serve", "--json", "--sample");
    await cli.stderr.waitFor("is completed");
    cli.interruption.abort();
    expect(await running).toBe(0);
    expect(JSON.parse(cli.stdout.text)).toEqual({
      url: "http://127.0.0.1:8090",
      pageUrl: "http://127.0.0.1:8090/calls",
      docsUrl: "http://127.0.0.1:8090/docs",
      accessKey: "ABC",
      accessKeySecret: "s3cret",
    });
  });
});

describe("tamtam serve --sample", () => {
  it("adds the sample call to an empty library and shows the three answers, each after its command", async () => {
    const cli = makeCliWithSample();
    expect(await serve(cli, "--sample")).toBe(0);
    expect(cli.host.added).toHaveLength(1);
    expect(cli.host.added[0]?.downloadMediaUrl).toBe(pathToFileURL(join(cli.folder, "examples/sample-call.wav")).href);
    const [, add = "", get = "", search = ""] = cli.stdout.text.split(/^\$ npx tamtam /m);
    expect(add).toMatch(
      /^run examples\/sample-call\.command\.txt\n\{\n {2}"callId": "1001",\n {2}"status": "Processing"/,
    );
    expect(get).toMatch(/^get-call --call-id 1001\n\{\n {2}"callId": "1001",[^]*"status": "Completed"/);
    expect(search).toMatch(/^search-calls --keywords Sales --include-content true\n\{\n {2}"calls": \[/);
    expect(search).toContain('"totalRecords": 1');
    expect(search).toMatch(
      /To go on, in another terminal:\n {2}npx tamtam search-calls --keywords Sales\n {2}npx tamtam shell/,
    );
    expect(cli.stderr.text).toContain("Call 1001: Downloading the recording\nCall 1001 is completed.");
  });

  it("adds nothing to a library that has calls", async () => {
    const cli = makeCliWithSample({ stdin: addCallText("mine") });
    await cli.run("run", "--no-wait");
    cli.stdout.text = "";
    expect(await serve(cli, "--sample")).toBe(0);
    expect(cli.stdout.text).toContain("There is 1 call here.\n");
    expect(cli.host.added.map(({ clientUniqueId }) => clientUniqueId)).toEqual(["mine"]);
  });

  it("goes on serving when the sample call fails, and says why", async () => {
    const cli = makeCliWithSample({ isTerminal: { stderr: true } });
    const failure = { stage: "transcribe", code: "model", reason: "The weights could not be fetched." } as const;
    cli.host.progress = [{ ...working, status: "Failed", failure }];
    const running = cli.run("serve", "--sample");
    await cli.stderr.waitFor("retry-call --call-id 1001");
    expect(cli.stderr.text).toContain("Call 1001 failed at transcribe: The weights could not be fetched.");
    expect(cli.host.server.disposals).toBe(0);
    cli.interruption.abort();
    expect(await running).toBe(0);
  });

  it("stops with 0 on Ctrl-C while the sample call is being processed", async () => {
    const cli = makeCliWithSample();
    cli.host.beforeProgress = (position) => {
      if (position === 1) cli.interruption.abort();
    };
    expect(await cli.run("serve", "--sample")).toBe(0);
    expect(cli.stderr.text).toContain("Everything is kept");
    expect(cli.host.server.disposals).toBe(1);
  });
});
