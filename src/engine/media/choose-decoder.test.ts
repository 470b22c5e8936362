import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { SetupError } from "../../calls/errors.ts";
import { chooseDecoder } from "./choose-decoder.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "tamtam-choose-"));
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true, force: true });
});

async function putProgram(name: string, script: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, `#!/bin/sh\n${script}\n`);
  await chmod(path, 0o755);
  return path;
}

test("ffmpeg is taken where it works, and named with its version", async () => {
  const ffmpegPath = await putProgram("ffmpeg", "echo 'ffmpeg version 7.1.2-0+deb13u1 Copyright (c) 2000'");
  await putProgram("ffprobe", "echo 'ffprobe version 7.1.2'");
  expect((await chooseDecoder({ ffmpegPath })).name).toBe("ffmpeg 7.1.2-0+deb13u1");
});

test("a machine without ffmpeg gets the decoder from npm", async () => {
  vi.stubEnv("PATH", folder);
  expect((await chooseDecoder()).name).toMatch(/^audio-decode \d+\.\d+\.\d+$/);
});

test("ffmpeg without ffprobe, or one that fails, is as good as none", async () => {
  vi.stubEnv("PATH", folder);
  await putProgram("ffmpeg", "echo 'ffmpeg version 7.1'");
  expect((await chooseDecoder()).name).toMatch(/^audio-decode/);
  await putProgram("ffprobe", "exit 1");
  expect((await chooseDecoder()).name).toMatch(/^audio-decode/);
});

test("an ffmpeg that was asked for and does not work is a mistake in the set-up", async () => {
  const ffmpegPath = join(folder, "ffmpeg");
  await expect(chooseDecoder({ ffmpegPath })).rejects.toThrow(SetupError);
  await putProgram("ffmpeg", "echo 'ffmpeg version 7.1'");
  await expect(chooseDecoder({ ffmpegPath })).rejects.toThrow(`${join(folder, "ffprobe")} does not run`);
});
