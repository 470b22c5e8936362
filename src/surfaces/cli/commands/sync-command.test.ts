import { describe, expect, it } from "vitest";
import { fakeSynced } from "../../../../test/support/cli/fake-mirrors.ts";
import { makeFakeCli } from "../../../../test/support/cli/run-fake-cli.ts";

describe("tamtam sync", () => {
  it("tells programs how fresh and how complete the mirror is, and what it took", async () => {
    const cli = makeFakeCli();
    expect(await cli.run("sync", "/acme")).toBe(0);
    expect(JSON.parse(cli.stdout.text)).toEqual({
      connection: "acme",
      folder: "/data/mirrors/acme",
      requests: 7,
      seconds: expect.any(Number),
      mirror: fakeSynced.mirror,
      unreadable: [{ callId: "88", reason: "metaData.started is not a date-time" }],
    });
    expect(cli.stderr.text).toBe("Calls: 1100 of 2500, 43 requests or about 15 s left\n");
  });

  it("tells people in words, and shows them a bar meanwhile", async () => {
    const cli = makeFakeCli({ isTerminal: { stdout: true, stderr: true } });
    expect(await cli.run("sync", "acme", "--since", "2025-02-28")).toBe(0);
    expect(cli.stdout.text).toMatch(
      /^From the mirror, as of 2026-03-02 08:00 UTC: 2500 calls, those since 2025-02-28 00:00 UTC; 2 still without transcript or content; 1 more could not be read\.\nCall 88: metaData\.started is not a date-time\n7 requests in [\d.]+ s\.\n/,
    );
    expect(cli.stderr.text).toContain("1100 of 2500, 43 requests or about 15 s left");
  });

  it("says what a sync would take", async () => {
    const cli = makeFakeCli({ isTerminal: { stdout: true } });
    expect(await cli.run("sync", "acme", "--explain")).toBe(0);
    expect(cli.stdout.text).toBe(
      "2500 calls to mirror: about 54 requests, at least 18 s, 0.5 % of a day's requests. 9000 are left for today.\n",
    );
  });

  it("brings recordings where they are wanted, and says which could not be had", async () => {
    const cli = makeFakeCli({ isTerminal: { stdout: true } });
    expect(await cli.run("sync", "acme", "--media")).toBe(7);
    expect(cli.stdout.text).toContain(
      "12 recordings brought here, 35 MB.\n1 could not be had, such as that of call 77: The server answered 403.\n",
    );
  });

  it("says what room recordings would take", async () => {
    const cli = makeFakeCli({ isTerminal: { stdout: true } });
    expect(await cli.run("sync", "acme", "--media", "--explain")).toBe(0);
    expect(cli.stdout.text).toContain(
      "\nRecordings of 2500 calls in the mirror, 1041.7 hours, are not here: about 15.3 GB, by those that are here.\n",
    );
  });

  it("refuses to follow with recordings", async () => {
    const cli = makeFakeCli();
    expect(await cli.run("sync", "acme", "--media", "--follow")).toBe(2);
    expect(cli.stderr.text).toContain("goes without --follow");
  });

  it("says what keeps a mirror that is followed from going on", async () => {
    const cli = makeFakeCli();
    expect(await cli.run("sync", "acme", "--follow")).toBe(0);
    expect(cli.stderr.text).toContain("Nobody answers. Trying again in 5 s.\n");
  });

  it("refuses a date there is not, and a connection there is not", async () => {
    const cli = makeFakeCli({ isTerminal: { stderr: true } });
    expect(await cli.run("sync", "acme", "--since", "2025-02-30")).toBe(2);
    expect(cli.stderr.text).toContain('--since: must be a date such as 2025-01-31; got "2025-02-30"');
    expect(await cli.run("sync", "acme", "--transcripts-since", "May")).toBe(2);
    expect(cli.stderr.text).toContain('--transcripts-since: must be a date such as 2025-01-31; got "May"');
    expect(await cli.run("sync", "globex")).not.toBe(0);
    expect(cli.stderr.text).toContain('There is no connection "globex".');
    expect(await cli.run("sync")).toBe(2);
  });

  it("ends with 130 on Ctrl-C and says how to go on", async () => {
    const cli = makeFakeCli({ isTerminal: { stderr: true } });
    cli.interruption.abort();
    expect(await cli.run("sync", "acme")).toBe(130);
    expect(cli.stderr.text).toContain("2500 calls are there; the same command goes on.");
  });
});
