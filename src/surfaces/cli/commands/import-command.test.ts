import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { makeFakeCli } from "../../../../test/support/cli/run-fake-cli.ts";

describe("tamtam import", () => {
  it("brings the calls of a folder, and tells programs what came of it", async () => {
    const cli = makeFakeCli();
    expect(await cli.run("import", "calls", "--skip-broken")).toBe(0);
    const folder = join(cli.folder, "calls");
    expect(cli.host.importOrders).toEqual([{ folder, mayLeaveOut: true }]);
    expect(JSON.parse(cli.stdout.text)).toEqual({
      folder,
      calls: { added: 1, changed: 0, present: 2 },
      transcripts: 2,
      media: 0,
      users: 1,
      leftOut: ["what the CRM sent: another one is in use here"],
      skipped: [{ path: "notes.json", reason: "is not valid JSON" }],
      ignored: ["package.json"],
    });
  });

  it("tells people in words what was left out", async () => {
    const cli = makeFakeCli({ isTerminal: { stdout: true, stderr: true } });
    expect(await cli.run("import", "calls", "--skip-broken")).toBe(0);
    expect(cli.stdout.text).toContain("Calls added: 1, changed: 0, here as they are: 2; 2 with a transcript.");
    expect(cli.stdout.text).toContain("Left out what the CRM sent: another one is in use here.");
    expect(cli.stdout.text).toContain("Left out notes.json: is not valid JSON");
    expect(cli.stdout.text).toContain("Nothing to import in package.json.");
  });

  it("ends with 130 on Ctrl-C and says how to go on", async () => {
    const cli = makeFakeCli({ isTerminal: { stderr: true } });
    cli.interruption.abort();
    expect(await cli.run("import", "calls")).toBe(130);
    expect(cli.stderr.text).toContain("The same command brings the rest.");
    expect(cli.stdout.text).toBe("");
  });
});
