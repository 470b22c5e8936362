import { open } from "node:fs/promises";
import type { StageError } from "../../calls/errors.ts";
import type { MediaDescription } from "./decoded-media.ts";
import { noSound } from "./decoded-media.ts";
import { lastingError } from "./media-errors.ts";
import { runProcess } from "./run-process.ts";
import { refuseMedia } from "./refuse-media.ts";
import { contentTypeOf, sniffMedia, SNIFF_BYTES } from "./sniff-media.ts";
import { declaredWavMs, readWavHeader } from "./wav-header.ts";

const PROBE_TIMEOUT_MS = 30_000;
/** A description is a few KB; a file made to have a million streams shall not fill the memory. */
const MAX_DESCRIPTION_BYTES = 1 << 20;

/** Nothing is opened but the file itself, and only as one of these: other formats can name further files and URLs. */
export const inputLimits = [
  "-protocol_whitelist",
  "file",
  "-format_whitelist",
  "wav,w64,mp3,aac,mov,matroska,webm,ogg,flac",
];

/** Asks ffprobe what a file holds. @throws StageError `media-unreadable`, `media-format`, `media-no-audio` */
export async function probeMedia(
  ffprobePath: string,
  mediaPath: string,
  signal: AbortSignal,
): Promise<MediaDescription> {
  const head = await readHead(mediaPath);
  if (head.length === 0)
    throw lastingError("media-unreadable", "The file is empty. Check the recording where it comes from.");
  const { output, exitCode, errorText } = await runProbe(ffprobePath, mediaPath, signal);
  if (exitCode !== 0) throw refusal(head, errorText);
  return describe(mediaPath, head, parseProbe(output), errorText);
}

/** What a file that ffmpeg will not read most likely is. */
function refusal(head: Uint8Array, errorText: string): StageError {
  const refused = refuseMedia(
    head,
    errorText.includes("moov atom not found") ? "it was probably cut off before it was complete" : undefined,
  );
  if (refused.code === "media-format" || !errorText.includes("not on whitelist")) return refused;
  return lastingError(
    "media-format",
    "The file's format is not accepted. Send WAV, MP3, MP4, M4A, MKV, WebM, OGG or FLAC.",
  );
}

interface ProbedStream {
  readonly codec_type?: string;
  readonly codec_name?: string;
  readonly sample_rate?: string;
  readonly channels?: number;
  readonly duration?: string;
  /** Matroska and WebM have a track's own length here: `00:01:19.957000000`. */
  readonly tags?: { readonly DURATION?: string };
  readonly disposition?: { readonly attached_pic?: number };
}

interface Probed {
  readonly streams?: readonly ProbedStream[];
  readonly format?: { readonly format_name?: string; readonly duration?: string };
}

async function runProbe(ffprobePath: string, mediaPath: string, signal: AbortSignal) {
  const chunks: Buffer[] = [];
  let size = 0;
  const args = ["-v", "warning", ...inputLimits, "-show_streams", "-show_format", "-of", "json", `file:${mediaPath}`];
  const result = await runProcess(ffprobePath, args, {
    signal,
    idleTimeoutMs: PROBE_TIMEOUT_MS,
    onOutput: (chunk) => {
      size += chunk.length;
      if (size > MAX_DESCRIPTION_BYTES) throw noSound();
      chunks.push(chunk);
    },
  });
  return { ...result, output: Buffer.concat(chunks).toString("utf8") };
}

function parseProbe(output: string): Probed {
  const parsed: unknown = JSON.parse(output);
  return typeof parsed === "object" && parsed !== null ? (parsed as Probed) : {}; // ffprobe's own output, every field optional
}

async function describe(
  mediaPath: string,
  head: Uint8Array,
  probed: Probed,
  errorText: string,
): Promise<MediaDescription> {
  const streams = probed.streams ?? [];
  const sounds = streams.filter((stream) => stream.codec_type === "audio");
  const [sound] = sounds;
  if (sound === undefined) throw noSound();
  const hasVideo = streams.some((stream) => stream.codec_type === "video" && stream.disposition?.attached_pic !== 1);
  const format = sniffMedia(head);
  return {
    contentType: format === undefined ? "application/octet-stream" : contentTypeOf(format, hasVideo),
    codec: sound.codec_name ?? "unknown",
    sampleRateHz: Number(sound.sample_rate ?? 0),
    channelCount: sound.channels ?? 0,
    hasVideo,
    otherTrackCount: sounds.length - 1,
    declaredMs: format === "wav" ? await wavDeclaredMs(mediaPath) : declaredMs(sound, probed, errorText),
  };
}

function declaredMs(sound: ProbedStream, probed: Probed, errorText: string): number | undefined {
  // Not said by the file, but guessed from its size: then there is nothing to compare with.
  if (errorText.includes("Estimating duration from bitrate")) return undefined;
  const seconds = Number(sound.duration ?? taggedSeconds(sound) ?? probed.format?.duration ?? Number.NaN);
  return Number.isFinite(seconds) ? Math.round(seconds * 1000) : undefined;
}

/** The picture may go on for longer than the sound. */
function taggedSeconds({ tags }: ProbedStream): number | undefined {
  const [, hours, minutes, seconds] = /^(\d+):(\d\d):(\d\d(?:\.\d+)?)$/.exec(tags?.DURATION ?? "") ?? [];
  return seconds === undefined ? undefined : Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
}

/** ffprobe quietly replaces what a WAV header claims by what the file can hold. */
async function wavDeclaredMs(mediaPath: string): Promise<number | undefined> {
  await using file = await open(mediaPath, "r");
  try {
    return declaredWavMs(await readWavHeader(file));
  } catch {
    // An encoding only ffmpeg knows: no second opinion on its length.
    return undefined;
  }
}

async function readHead(path: string): Promise<Uint8Array> {
  await using file = await open(path, "r");
  const { buffer, bytesRead } = await file.read(Buffer.alloc(SNIFF_BYTES), 0, SNIFF_BYTES, 0);
  return buffer.subarray(0, bytesRead);
}
