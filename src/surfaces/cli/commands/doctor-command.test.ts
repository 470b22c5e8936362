import { describe, expect, it } from "vitest";
import { makeFakeCli } from "../../../../test/support/cli/run-fake-cli.ts";
import type { Finding } from "../host/processing.ts";

const decoder: Finding = { what: "Decoder", state: "warning", detail: "the npm decoder", mend: "install ffmpeg" };
const folder: Finding = { what: "Data folder", state: "ok", detail: "/data" };
const recogniser: Finding = { what: "Recogniser", state: "missing", detail: "no weights", mend: "go online once" };

describe("tamtam doctor", () => {
  it("lists what was found with a mark and what to do", async () => {
    const cli = makeFakeCli({ isTerminal: { stdout: true } });
    cli.host.findings = [folder, decoder];
    expect(await cli.run("doctor")).toBe(0);
    expect(cli.stdout.text.split("\n")).toEqual([
      "ok       Data folder     /data",
      "warning  Decoder         the npm decoder",
      "                         To do: install ffmpeg",
      "",
    ]);
  });

  it("ends with 5 when something is missing", async () => {
    const cli = makeFakeCli();
    cli.host.findings = [folder, recogniser];
    expect(await cli.run("doctor")).toBe(5);
    expect(JSON.parse(cli.stdout.text)).toEqual([folder, recogniser]);
  });
});
