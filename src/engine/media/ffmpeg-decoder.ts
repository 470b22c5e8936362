import type { StageError } from "../../calls/errors.ts";
import { describeDecoded, type MediaDescription } from "./decoded-media.ts";
import { inputLimits, probeMedia } from "./ffmpeg-probe.ts";
import { lastingError } from "./media-errors.ts";
import type { DecodedMedia, DecodeOptions, MediaDecoder } from "./media-decoder.ts";
import { runProcess } from "./run-process.ts";
import { BYTES_PER_SAMPLE, SAMPLE_RATE_HZ } from "./samples.ts";
import { checkDuration, SamplesWriter } from "./samples-writer.ts";

const IDLE_TIMEOUT_MS = 60_000;

export interface FfmpegDecoderOptions {
  /** As ffmpeg says it: `5.1.9`. */
  readonly version: string;
  readonly ffmpegPath: string;
  readonly ffprobePath: string;
}

/** Decodes with ffmpeg as a child process: a file made to break a decoder breaks that process only. */
export class FfmpegDecoder implements MediaDecoder {
  readonly name: string;
  readonly #ffmpegPath: string;
  readonly #ffprobePath: string;

  constructor(options: FfmpegDecoderOptions) {
    this.name = `ffmpeg ${options.version}`;
    this.#ffmpegPath = options.ffmpegPath;
    this.#ffprobePath = options.ffprobePath;
  }

  async decode(mediaPath: string, samplesPath: string, options: DecodeOptions): Promise<DecodedMedia> {
    const description = await probeMedia(this.#ffprobePath, mediaPath, options.signal);
    if (!description.contentType.endsWith("/wav")) checkDuration(description.declaredMs ?? 0, options.maxDurationMs);
    const channelCount = description.channelCount === 2 ? 2 : 1;
    await using writer = await SamplesWriter.create(samplesPath, channelCount, options.maxDurationMs);
    const toSamples = wholeFrames(channelCount);
    const { exitCode, errorText, wasIdle } = await runProcess(
      this.#ffmpegPath,
      decodeArguments(mediaPath, description, options.maxDurationMs),
      {
        signal: options.signal,
        idleTimeoutMs: IDLE_TIMEOUT_MS,
        onOutput: async (chunk) => {
          await writer.write(toSamples(chunk));
          options.onProgress?.(writer.durationMs, description.declaredMs);
        },
      },
    );
    const summary = writer.summary();
    const isBroken = exitCode !== 0 || wasIdle;
    if (isBroken && summary.durationMs === 0) throw unreadable(errorText);
    return describeDecoded(description, summary, isBroken);
  }
}

/** The container was sound, what is in it is not. */
function unreadable(errorText: string): StageError {
  if (/decoder \(codec|not on whitelist|Decoder .* not found|Decoding requested/i.test(errorText)) {
    return lastingError("media-format", "The file's codec is not known to ffmpeg. Send WAV, MP3, M4A, FLAC or OGG.");
  }
  return lastingError(
    "media-unreadable",
    "The file's sound cannot be read: it is damaged. Check the recording where it comes from.",
  );
}

function decodeArguments(mediaPath: string, { channelCount }: MediaDescription, maxDurationMs: number): string[] {
  const limit = ["-t", String(Math.ceil(maxDurationMs / 1000) + 1)];
  const output = ["-ar", String(SAMPLE_RATE_HZ), "-f", "s16le", "pipe:1"];
  const input = [
    "-nostdin",
    "-v",
    "error",
    ...inputLimits,
    "-i",
    `file:${mediaPath}`,
    "-map",
    "0:a:0",
    "-vn",
    "-sn",
    "-dn",
  ];
  return [...input, ...(channelCount > 2 ? ["-af", meanOfChannels(channelCount)] : []), ...limit, ...output];
}

/** ffmpeg's own mix to mono follows cinema layouts, in which some channels count little or nothing. */
function meanOfChannels(channelCount: number): string {
  const terms = Array.from({ length: channelCount }, (_, channel) => `${1 / channelCount}*c${channel}`);
  return `pan=mono|c0=${terms.join("+")}`;
}

/** A pipe cuts its chunks anywhere, also within a sample. */
function wholeFrames(channelCount: number): (chunk: Buffer) => Int16Array {
  const frameBytes = channelCount * BYTES_PER_SAMPLE;
  let rest = Buffer.alloc(0);
  return (chunk) => {
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    const usable = bytes.length - (bytes.length % frameBytes);
    rest = Buffer.from(bytes.subarray(usable));
    // A copy, since 16-bit numbers have to begin at an even place in their buffer.
    return new Int16Array(new Uint8Array(bytes.subarray(0, usable)).buffer);
  };
}
