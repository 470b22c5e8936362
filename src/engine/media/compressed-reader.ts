import type { FileHandle } from "node:fs/promises";
import type decodeAudio from "audio-decode";
import { lastingError } from "./media-errors.ts";
import { readMp4 } from "./mp4-chunks.ts";
import { findMpegFrame } from "./mpeg-frames.ts";
import { SNIFF_BYTES, type MediaFormat } from "./sniff-media.ts";
import type { SoundPiece } from "./sound-piece.ts";

/** Small, because a chunk of near silence can hold minutes, and all of them are decoded at once. */
const CHUNK_BYTES = 1 << 14;

/** Decodes what needs a codec, piece by piece. @throws StageError `media-format`; other errors where the file is damaged. */
export async function* readCompressed(file: FileHandle, format: MediaFormat): AsyncGenerator<SoundPiece> {
  const { default: decode } = await import("audio-decode");
  const head = await readHead(file);
  const decoded = decode(chunksOf(file, format, head), codecName(format, head));
  for await (const { sampleRate, channelData } of decoded) yield { sampleRateHz: sampleRate, channels: channelData };
}

type CodecName = Parameters<typeof decodeAudio>[1];

function codecName(format: MediaFormat, head: Buffer): CodecName {
  switch (format) {
    case "mp4":
    case "quicktime":
      return "m4a";
    case "matroska":
    case "webm":
      return "webm";
    case "ogg":
      return oggCodec(head);
    case "mp3":
    case "aac":
    case "flac":
    case "wav":
      return format;
  }
}

function oggCodec(head: Buffer): CodecName {
  const hasVideo = head.includes("\x80theora");
  if (!hasVideo && head.includes("OpusHead")) return "opus";
  if (!hasVideo && head.includes("\x01vorbis")) return "oga";
  throw needsFfmpeg();
}

/** A file that ffmpeg could read and this decoder cannot. */
export function needsFfmpeg(cause?: unknown): ReturnType<typeof lastingError> {
  return lastingError(
    "media-format",
    "The file's codec cannot be read without ffmpeg. Install ffmpeg and retry, or send WAV, MP3, M4A, FLAC or OGG.",
    cause,
  );
}

function chunksOf(file: FileHandle, format: MediaFormat, head: Buffer): AsyncIterable<Uint8Array> {
  if (format === "mp4" || format === "quicktime") return readMp4(file);
  // The MP3 decoder gives up on a stream that begins within a frame.
  const start = format === "mp3" && head.toString("latin1", 0, 3) !== "ID3" ? (findMpegFrame(head) ?? 0) : 0;
  return file.createReadStream({ start, autoClose: false, highWaterMark: CHUNK_BYTES });
}

async function readHead(file: FileHandle): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(SNIFF_BYTES), 0, SNIFF_BYTES, 0);
  return buffer.subarray(0, bytesRead);
}
