import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { SetupError } from "../../calls/errors.ts";
import { FfmpegDecoder } from "./ffmpeg-decoder.ts";
import { JsDecoder } from "./js-decoder.ts";
import type { MediaDecoder } from "./media-decoder.ts";
import { runProcess } from "./run-process.ts";

const VERSION_TIMEOUT_MS = 10_000;

export interface ChooseDecoderOptions {
  /** A path, with `ffprobe` in the same folder; left out, both are looked for where programs are. */
  readonly ffmpegPath?: string | undefined;
  /** Whether ffmpeg may be used at all; yes by default. */
  readonly isFfmpegWanted?: boolean | undefined;
}

/** ffmpeg where it works, else the decoder that needs nothing but npm. @throws SetupError when the ffmpeg asked for does not work */
export async function chooseDecoder(options: ChooseDecoderOptions = {}): Promise<MediaDecoder> {
  if (options.isFfmpegWanted === false) return new JsDecoder({ version: await audioDecodeVersion() });
  const ffmpegPath = options.ffmpegPath ?? "ffmpeg";
  const ffprobePath = ffmpegPath.includes("/") ? join(dirname(ffmpegPath), "ffprobe") : "ffprobe";
  const version = await versionOf(ffmpegPath);
  if (version !== undefined && (await versionOf(ffprobePath)) !== undefined) {
    return new FfmpegDecoder({ version, ffmpegPath, ffprobePath });
  }
  if (options.ffmpegPath === undefined) return new JsDecoder({ version: await audioDecodeVersion() });
  const missing = version === undefined ? ffmpegPath : ffprobePath;
  throw new SetupError(`${missing} does not run. Correct the path of ffmpeg, or leave it out to use what is there.`);
}

/** `undefined` when the program cannot be run. */
async function versionOf(program: string): Promise<string | undefined> {
  let output = "";
  try {
    const { exitCode } = await runProcess(program, ["-version"], {
      signal: AbortSignal.timeout(VERSION_TIMEOUT_MS),
      idleTimeoutMs: VERSION_TIMEOUT_MS,
      onOutput: (chunk) => {
        output += chunk.toString("latin1");
      },
    });
    return exitCode === 0 ? /version (\S+)/.exec(output)?.[1] : undefined;
  } catch {
    // Not there, not a program, or not for this machine: all the same to us.
    return undefined;
  }
}

async function audioDecodeVersion(): Promise<string> {
  const manifest: unknown = JSON.parse(
    await readFile(new URL(import.meta.resolve("audio-decode/package.json")), "utf8"),
  );
  const version: unknown =
    typeof manifest === "object" && manifest !== null && "version" in manifest ? manifest.version : "";
  return String(version);
}
