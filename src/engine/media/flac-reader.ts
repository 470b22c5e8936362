import type { FileHandle } from "node:fs/promises";
import { FlacUnderrun } from "./flac-bits.ts";
import { FlacFrameError } from "./flac-error.ts";
import { decodeFlacFrame, type FlacFrame, type FlacStreamInfo } from "./flac-frame.ts";
import { lastingError } from "./media-errors.ts";
import type { SoundPiece } from "./sound-piece.ts";

const READ_BYTES = 1 << 18;
/** Eight channels of 65,535 samples of 32 bits, which is the most a frame can hold. */
const MAX_FRAME_BYTES = 1 << 22;

export interface FlacHeader extends FlacStreamInfo {
  readonly firstFrame: number;
}

/** @throws StageError `media-unreadable` */
export async function readFlacHeader(file: FileHandle): Promise<FlacHeader> {
  let at = await id3Bytes(file);
  const magic = await readBytes(file, at, 4);
  if (magic.toString("latin1") !== "fLaC") throw damaged();
  let info: FlacStreamInfo | undefined;
  for (at += 4; ;) {
    const head = await readBytes(file, at, 4);
    if (head.length < 4) throw damaged();
    const [first, length] = [head.readUInt8(0), head.readUIntBE(1, 3)];
    if ((first & 0x7f) === 0) info = parseStreamInfo(await readBytes(file, at + 4, 34));
    at += 4 + length;
    if ((first & 0x80) !== 0) break;
  }
  if (info === undefined) throw damaged();
  return { ...info, firstFrame: at };
}

/** The sound of a FLAC file in pieces of one frame; damaged frames are left out. */
export async function* readFlac(file: FileHandle, header: FlacHeader): AsyncGenerator<SoundPiece> {
  let buffer = Buffer.alloc(0);
  let fileAt = header.firstFrame;
  let [at, isAtEnd] = [0, false];
  for (;;) {
    const frame = tryFrame(buffer, at, header, isAtEnd);
    if (frame === "more") {
      const more = await readBytes(file, fileAt, READ_BYTES);
      isAtEnd = more.length < READ_BYTES;
      fileAt += more.length;
      buffer = Buffer.concat([buffer.subarray(at), more]);
      at = 0;
    } else if (frame === "none") {
      at = buffer.indexOf(0xff, at + 1);
      if (at < 0) at = buffer.length;
      if (at >= buffer.length && isAtEnd) return;
    } else {
      at = frame.endByte;
      yield toPiece(frame);
    }
  }
}

function tryFrame(buffer: Buffer, at: number, info: FlacStreamInfo, isAtEnd: boolean): FlacFrame | "more" | "none" {
  try {
    return decodeFlacFrame(buffer, at, info);
  } catch (error) {
    if (error instanceof FlacUnderrun) return isAtEnd || buffer.length - at > MAX_FRAME_BYTES ? "none" : "more";
    if (error instanceof FlacFrameError) return "none";
    throw error;
  }
}

function toPiece({ sampleRateHz, bitsPerSample, channels }: FlacFrame): SoundPiece {
  const scale = 2 ** (1 - bitsPerSample);
  return { sampleRateHz, channels: channels.map((samples) => Float32Array.from(samples, (sample) => sample * scale)) };
}

function parseStreamInfo(block: Buffer): FlacStreamInfo {
  if (block.length < 34) throw damaged();
  const packed = block.readBigUInt64BE(10);
  const sampleRateHz = Number(packed >> 44n);
  if (sampleRateHz === 0) throw damaged();
  return {
    sampleRateHz,
    channelCount: Number((packed >> 41n) & 7n) + 1,
    bitsPerSample: Number((packed >> 36n) & 31n) + 1,
    totalFrames: Number(packed & 0xf_ffff_ffffn),
  };
}

async function id3Bytes(file: FileHandle): Promise<number> {
  const head = await readBytes(file, 0, 10);
  if (head.length < 10 || head.toString("latin1", 0, 3) !== "ID3") return 0;
  return 10 + head.subarray(6).reduce((size, byte) => size * 128 + (byte & 0x7f), 0);
}

async function readBytes(file: FileHandle, start: number, length: number): Promise<Buffer> {
  const { bytesRead, buffer } = await file.read(Buffer.alloc(length), 0, length, start);
  return buffer.subarray(0, bytesRead);
}

function damaged(): ReturnType<typeof lastingError> {
  return lastingError(
    "media-unreadable",
    "The FLAC file is damaged at its beginning. Check the recording where it comes from.",
  );
}
