import { FlacBits } from "./flac-bits.ts";
import { crc16, crc8 } from "./flac-crc.ts";
import { FlacFrameError } from "./flac-error.ts";
import { readSubframe } from "./flac-subframe.ts";

export interface FlacStreamInfo {
  readonly sampleRateHz: number;
  readonly channelCount: number;
  readonly bitsPerSample: number;
  /** 0 where the encoder did not know. */
  readonly totalFrames: number;
}

export interface FlacFrame {
  readonly sampleRateHz: number;
  readonly bitsPerSample: number;
  readonly channels: readonly Float64Array[];
  /** Where the next frame begins. */
  readonly endByte: number;
}

const sampleRatesHz = [0, 88_200, 176_400, 192_000, 8000, 16_000, 22_050, 24_000, 32_000, 44_100, 48_000, 96_000];
const sampleSizes = [0, 8, 12, 0, 16, 20, 24, 32];

/** Decodes the frame at `startByte`. RFC 9639. @throws FlacFrameError, FlacUnderrun */
export function decodeFlacFrame(bytes: Uint8Array, startByte: number, info: FlacStreamInfo): FlacFrame {
  const bits = new FlacBits(bytes, startByte);
  const header = readHeader(bits, bytes, startByte, info);
  const channels = Array.from({ length: header.channelCount }, (_, channel) =>
    readSubframe(bits, header.blockFrames, header.bitsPerSample + (isSide(header.assignment, channel) ? 1 : 0)),
  );
  bits.align();
  const end = bits.bytePosition;
  if (bits.unsigned(16) !== crc16(bytes, startByte, end)) throw new FlacFrameError("checksum of the frame");
  restoreStereo(channels, header.assignment);
  return { ...header, channels, endByte: end + 2 };
}

interface FrameHeader {
  readonly blockFrames: number;
  readonly sampleRateHz: number;
  readonly channelCount: number;
  readonly assignment: number;
  readonly bitsPerSample: number;
}

function readHeader(bits: FlacBits, bytes: Uint8Array, startByte: number, info: FlacStreamInfo): FrameHeader {
  if (bits.unsigned(15) !== 0x7ffc) throw new FlacFrameError("no frame here");
  bits.unsigned(1);
  const [sizeCode, rateCode, assignment, depthCode] = [
    bits.unsigned(4),
    bits.unsigned(4),
    bits.unsigned(4),
    bits.unsigned(3),
  ];
  if (assignment > 10 || rateCode === 15 || sizeCode === 0 || depthCode === 3)
    throw new FlacFrameError("reserved value");
  bits.unsigned(1);
  skipCodedNumber(bits);
  const blockFrames = readBlockFrames(bits, sizeCode);
  const sampleRateHz = readSampleRate(bits, rateCode) || info.sampleRateHz;
  const end = bits.bytePosition;
  if (bits.unsigned(8) !== crc8(bytes, startByte, end)) throw new FlacFrameError("checksum of the header");
  const channelCount = assignment < 8 ? assignment + 1 : 2;
  return {
    blockFrames,
    sampleRateHz,
    channelCount,
    assignment,
    bitsPerSample: sampleSizes[depthCode] || info.bitsPerSample,
  };
}

function readBlockFrames(bits: FlacBits, code: number): number {
  if (code === 1) return 192;
  if (code <= 5) return 144 << code;
  if (code === 6) return bits.unsigned(8) + 1;
  return code === 7 ? bits.unsigned(16) + 1 : 1 << code;
}

function readSampleRate(bits: FlacBits, code: number): number {
  if (code === 12) return bits.unsigned(8) * 1000;
  if (code === 13) return bits.unsigned(16);
  return code === 14 ? bits.unsigned(16) * 10 : (sampleRatesHz[code] ?? 0);
}

/** The frame's number, coded as UTF-8 does: as many leading ones as bytes. */
function skipCodedNumber(bits: FlacBits): void {
  const leadingOnes = Math.clz32(~(bits.unsigned(8) << 24));
  for (let byte = 1; byte < leadingOnes; byte++) bits.unsigned(8);
}

function isSide(assignment: number, channel: number): boolean {
  return channel === 1 ? assignment === 8 || assignment === 10 : assignment === 9;
}

/** Undoes the stereo coding: a side channel holds left minus right. */
function restoreStereo([first, second]: readonly Float64Array[], assignment: number): void {
  if (assignment < 8 || first === undefined || second === undefined) return;
  for (let at = 0; at < first.length; at++) {
    const [a, b] = [first[at] ?? 0, second[at] ?? 0];
    if (assignment === 8) second[at] = a - b;
    else if (assignment === 9) first[at] = a + b;
    else {
      // The mean lost its lowest bit, which is the side's.
      const doubled = a * 2 + (b & 1);
      first[at] = (doubled + b) / 2;
      second[at] = (doubled - b) / 2;
    }
  }
}
