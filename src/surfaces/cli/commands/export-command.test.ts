import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { makeFakeCli } from "../../../../test/support/cli/run-fake-cli.ts";

describe("tamtam export", () => {
  it("writes all calls in every form, and tells programs what there is", async () => {
    const cli = makeFakeCli();
    expect(await cli.run("export", "/backup/calls")).toBe(0);
    expect(cli.host.exportOrders).toMatchObject([
      { folder: "/backup/calls", formats: ["vtt", "srt", "csv"], includeMedia: false },
    ]);
    expect(JSON.parse(cli.stdout.text)).toEqual({
      folder: "/backup/calls",
      calls: 3,
      transcripts: 2,
      media: 0,
      missing: [],
    });
  });

  it("takes the period, the forms, the connection and the wish for recordings", async () => {
    const cli = makeFakeCli({ isTerminal: { stdout: true, stderr: true } });
    const args = ["--from-date", "2025-01-01", "--to-date", "2025-02-01T00:00:00Z", "--formats", "srt", "--media"];
    expect(await cli.run("export", "calls", ...args, "--connection", "/acme")).toBe(0);
    expect(cli.host.exportOrders).toEqual([
      {
        folder: join(cli.folder, "calls"),
        connection: "acme",
        fromDateTime: "2025-01-01",
        toDateTime: "2025-02-01T00:00:00Z",
        formats: ["srt"],
        includeMedia: true,
      },
    ]);
    expect(cli.stdout.text).toContain("2 with a transcript, 1 with the recording.");
  });

  it("names recordings that could not be had, and ends with 7", async () => {
    const cli = makeFakeCli({ isTerminal: { stdout: true, stderr: true } });
    cli.host.missingMedia = [{ callId: "17", reason: "The server answered 503." }];
    expect(await cli.run("export", "calls", "--media")).toBe(7);
    expect(cli.stdout.text).toContain(
      "1 recording could not be had; the same command brings what is missing:\n  17: The server answered 503.\n",
    );
  });

  it("says everything that is wrong with what was asked", async () => {
    const cli = makeFakeCli({ isTerminal: { stderr: true } });
    expect(await cli.run("export", "calls", "--from-date", "May", "--formats", "vtt,pdf")).toBe(2);
    expect(cli.stderr.text).toContain('--from-date: must be a date, or ISO 8601 with an offset; got "May"');
    expect(cli.stderr.text).toContain('--formats: must be some of vtt, srt, csv, with commas between; got "pdf"');
    expect(await cli.run("export")).toBe(2);
    expect(cli.host.exportOrders).toEqual([]);
  });

  it("ends with 130 on Ctrl-C", async () => {
    const cli = makeFakeCli({ isTerminal: { stderr: true } });
    cli.host.beforeExporting = () => cli.interruption.abort();
    expect(await cli.run("export", "calls")).toBe(130);
    expect(cli.stderr.text).toContain("nothing was kept");
    expect(cli.stdout.text).toBe("");
  });
});
