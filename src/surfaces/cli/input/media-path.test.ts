import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { addCallOptions, addCallText, makeFakeCli } from "../../../../test/support/cli/run-fake-cli.ts";
import { resolveMediaPaths } from "./media-path.ts";

function makeFolder(): string {
  const { folder } = makeFakeCli();
  mkdirSync(join(folder, "a folder"));
  writeFileSync(join(folder, "a folder", "call 1.wav"), "RIFF");
  return folder;
}

async function resolved(url: unknown, folder: string, name = "download-media-url") {
  const { entries, problems } = await resolveMediaPaths([[name, url]], { from: folder, homeDir: folder });
  return problems.length > 0 ? problems : entries[0]?.[1];
}

describe("the path of a recording", () => {
  it("becomes a file URL, from the working directory, the home directory or the root", async () => {
    const folder = makeFolder();
    const url = pathToFileURL(join(folder, "a folder", "call 1.wav")).href;
    expect(url).toMatch(/^file:\/\/\/.*\/a%20folder\/call%201\.wav$/);
    for (const typed of ["a folder/call 1.wav", "./a folder/call 1.wav", "~/a folder/call 1.wav", url]) {
      expect(await resolved(typed, folder)).toBe(url);
    }
    expect(await resolved(join(folder, "a folder", "call 1.wav"), "/")).toBe(url);
    expect(await resolved("a folder/call 1.wav", folder, "--downloadMediaUrl")).toBe(url);
  });

  it("is no matter of other URLs and other parameters", async () => {
    const folder = makeFolder();
    expect(await resolved("https://example.com/a.mp3", folder)).toBe("https://example.com/a.mp3");
    expect(await resolved("ftp://example.com/a.mp3", folder)).toBe("ftp://example.com/a.mp3");
    expect(await resolved("file://server/a.mp3", folder)).toBe("file://server/a.mp3");
    expect(await resolved("nothing.wav", folder, "meeting-url")).toBe("nothing.wav");
  });

  it("must be a file that exists", async () => {
    const folder = makeFolder();
    const missing = `there is no file ${join(folder, "b.wav")}; got "b.wav"`;
    expect(await resolved("b.wav", folder)).toEqual([
      {
        parameter: "download-media-url",
        message: `must be a URL that starts with https:// or the path of a file; ${missing}`,
      },
    ]);
    expect(await resolved("a folder", folder)).toMatchObject([{ message: expect.stringContaining("is not one") }]);
    expect(await resolved(pathToFileURL(join(folder, "b.wav")).href, folder)).toMatchObject([
      { message: expect.stringContaining("there is no file") },
    ]);
  });

  it("is told with all other problems", async () => {
    const cli = makeFakeCli({ isTerminal: { stderr: true } });
    const code = await cli.run("add-call", ...addCallOptions, "--download-media-url", "gone.wav", "--duration", "long");
    expect(code).toBe(2);
    expect(cli.stderr.text).toContain(`there is no file ${join(cli.folder, "gone.wav")}`);
    expect(cli.stderr.text).toContain("--duration: must be a number of seconds");
  });

  it("works in command text", async () => {
    const cli = makeFakeCli({ stdin: addCallText("local", "call.wav") });
    writeFileSync(join(cli.folder, "call.wav"), "RIFF");
    expect(await cli.run("run", "--no-wait")).toBe(0);
    expect(cli.host.added[0]?.downloadMediaUrl).toBe(pathToFileURL(join(cli.folder, "call.wav")).href);
  });
});
