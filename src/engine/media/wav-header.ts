import type { FileHandle } from "node:fs/promises";
import { lastingError } from "./media-errors.ts";

export type WavEncoding = "unsigned" | "signed" | "float" | "alaw" | "mulaw";

export interface WavHeader {
  readonly encoding: WavEncoding;
  readonly bitsPerSample: number;
  readonly channelCount: number;
  readonly sampleRateHz: number;
  readonly dataStart: number;
  /** As the header says, whatever the file really holds; `undefined` where a recorder left it open. */
  readonly declaredBytes: number | undefined;
}

/** A recorder that writes to a pipe, or is stopped hard, leaves one of these where the size should be. */
const openSizes = new Set([0xffff_ffff, 0x7fff_ffff]);
/** More chunks than any real file has before its sound. */
const MAX_CHUNKS = 1000;

/** Reads the header of a WAV file. @throws StageError `media-unreadable`, `media-format`, `media-no-audio` */
export async function readWavHeader(file: FileHandle): Promise<WavHeader> {
  const riffSize = (await readView(file, 0, 12)).getUint32(4, true);
  let format: DataView | undefined;
  let size64: number | undefined;
  for (let at = 12, chunks = 0; chunks < MAX_CHUNKS; chunks++) {
    const head = await readView(file, at, 8);
    if (head.byteLength < 8) break;
    const [name, size] = [chunkName(head), head.getUint32(4, true)];
    if (name === "ds64") size64 = Number((await readView(file, at + 8, 16)).getBigUint64(8, true));
    if (name === "fmt ") format = await readView(file, at + 8, Math.min(size, 40));
    if (name === "data")
      return { ...parseFormat(format), dataStart: at + 8, declaredBytes: dataBytes(size, riffSize, size64) };
    at += 8 + size + (size % 2);
  }
  throw lastingError("media-no-audio", "The WAV file holds no sound. Check the recording where it comes from.");
}

/** How long the header says the sound is. */
export function declaredWavMs(header: WavHeader): number | undefined {
  if (header.declaredBytes === undefined) return undefined;
  const frameBytes = (header.bitsPerSample / 8) * header.channelCount;
  return Math.round((header.declaredBytes / frameBytes / header.sampleRateHz) * 1000);
}

/** The name that other tools have for the encoding: `pcm_s16le`. */
export function wavCodec({ encoding, bitsPerSample }: WavHeader): string {
  if (encoding === "alaw" || encoding === "mulaw") return `pcm_${encoding}`;
  if (encoding === "unsigned") return "pcm_u8";
  return `pcm_${encoding === "float" ? "f" : "s"}${bitsPerSample}le`;
}

function dataBytes(size: number, riffSize: number, size64: number | undefined): number | undefined {
  if (size === 0xffff_ffff && size64 !== undefined) return size64;
  const isOpen = openSizes.has(size) || (size === 0 && (riffSize === 0 || openSizes.has(riffSize)));
  return isOpen ? undefined : size;
}

function parseFormat(format: DataView | undefined): Omit<WavHeader, "dataStart" | "declaredBytes"> {
  if (format === undefined || format.byteLength < 16) throw unreadable("has no format");
  const tag = format.getUint16(0, true);
  // WAVE_FORMAT_EXTENSIBLE keeps the real tag in the first bytes of its sub-format.
  const realTag = tag === 0xfffe && format.byteLength >= 26 ? format.getUint16(24, true) : tag;
  const channelCount = format.getUint16(2, true);
  const sampleRateHz = format.getUint32(4, true);
  const bitsPerSample = format.getUint16(14, true);
  if (channelCount < 1 || channelCount > 64) throw unreadable(`says it has ${channelCount} channels`);
  if (sampleRateHz < 1000 || sampleRateHz > 768_000) throw unreadable(`says it has ${sampleRateHz} samples a second`);
  return { encoding: encodingOf(realTag, bitsPerSample), bitsPerSample, channelCount, sampleRateHz };
}

function encodingOf(tag: number, bitsPerSample: number): WavEncoding {
  if (tag === 1 && bitsPerSample === 8) return "unsigned";
  if (tag === 1 && [16, 24, 32].includes(bitsPerSample)) return "signed";
  if (tag === 3 && [32, 64].includes(bitsPerSample)) return "float";
  if (tag === 6 && bitsPerSample === 8) return "alaw";
  if (tag === 7 && bitsPerSample === 8) return "mulaw";
  throw lastingError(
    "media-format",
    `The WAV file's encoding (format ${tag}, ${bitsPerSample} bits) cannot be read without ffmpeg. Install ffmpeg and retry, or send PCM, µ-law or A-law.`,
  );
}

function unreadable(what: string): ReturnType<typeof lastingError> {
  return lastingError(
    "media-unreadable",
    `The WAV file ${what}: it is damaged. Check the recording where it comes from.`,
  );
}

async function readView(file: FileHandle, start: number, length: number): Promise<DataView> {
  const bytes = new Uint8Array(length);
  const { bytesRead } = await file.read(bytes, 0, length, start);
  if (start === 0 && bytesRead < length) throw unreadable("ends within its header");
  return new DataView(bytes.buffer, 0, bytesRead);
}

function chunkName(head: DataView): string {
  return String.fromCharCode(head.getUint8(0), head.getUint8(1), head.getUint8(2), head.getUint8(3));
}
