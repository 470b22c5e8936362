import type { FileHandle } from "node:fs/promises";
import type { SoundPiece } from "./sound-piece.ts";
import type { WavHeader } from "./wav-header.ts";

/** About a second of two channels at 16 kHz. */
const PIECE_FRAMES = 16_384;

/** The sound of a WAV file in pieces, up to where the file or what the header claims ends. */
export async function* readWav(file: FileHandle, header: WavHeader): AsyncGenerator<SoundPiece> {
  const { channelCount, sampleRateHz, dataStart, declaredBytes = Number.POSITIVE_INFINITY } = header;
  const toSample = sampleReader(header);
  const sampleBytes = header.bitsPerSample / 8;
  const buffer = new Uint8Array(PIECE_FRAMES * channelCount * sampleBytes);
  for (let done = 0; done < declaredBytes;) {
    const wanted = Math.min(buffer.length, declaredBytes - done);
    const bytesRead = await readFully(file, buffer.subarray(0, wanted), dataStart + done);
    const frameCount = Math.floor(bytesRead / (sampleBytes * channelCount));
    if (frameCount === 0) return;
    const view = new DataView(buffer.buffer, 0, bytesRead);
    yield { sampleRateHz, channels: deinterleave(view, frameCount, channelCount, sampleBytes, toSample) };
    done += bytesRead;
  }
}

type SampleReader = (view: DataView, offset: number) => number;

function deinterleave(
  view: DataView,
  frameCount: number,
  channelCount: number,
  sampleBytes: number,
  toSample: SampleReader,
): Float32Array[] {
  return Array.from({ length: channelCount }, (_, channel) => {
    const samples = new Float32Array(frameCount);
    const frameBytes = sampleBytes * channelCount;
    for (let frame = 0, at = channel * sampleBytes; frame < frameCount; frame++, at += frameBytes) {
      samples[frame] = toSample(view, at);
    }
    return samples;
  });
}

function sampleReader({ encoding, bitsPerSample }: WavHeader): SampleReader {
  switch (encoding) {
    case "unsigned":
      return (view, at) => (view.getUint8(at) - 128) / 128;
    case "alaw":
      return tableReader(alawSample);
    case "mulaw":
      return tableReader(mulawSample);
    case "float":
      return bitsPerSample === 32 ? (view, at) => view.getFloat32(at, true) : (view, at) => view.getFloat64(at, true);
    case "signed":
      if (bitsPerSample === 16) return (view, at) => view.getInt16(at, true) / 0x8000;
      if (bitsPerSample === 32) return (view, at) => view.getInt32(at, true) / 0x8000_0000;
      return (view, at) => (view.getUint16(at, true) + view.getInt8(at + 2) * 0x1_0000) / 0x80_0000;
  }
}

function tableReader(toSample: (code: number) => number): SampleReader {
  const table = Float32Array.from({ length: 256 }, (_, code) => toSample(code) / 0x8000);
  return (view, at) => table[view.getUint8(at)] ?? 0;
}

/** ITU-T G.711, table 2: sign, three bits of exponent, four of mantissa, all inverted; the steps are offset by 33 (of 14 bits). */
function mulawSample(code: number): number {
  const bits = ~code & 0xff;
  const magnitude = ((((bits & 0x0f) << 1) + 33) << ((bits >> 4) & 7)) - 33;
  return (bits & 0x80 ? -magnitude : magnitude) * 4;
}

/** ITU-T G.711, table 1: as µ-law, every other bit inverted, the lowest two segments equal (of 13 bits). */
function alawSample(code: number): number {
  const bits = code ^ 0x55;
  const exponent = (bits >> 4) & 7;
  const mantissa = ((bits & 0x0f) << 1) + 1;
  const magnitude = exponent === 0 ? mantissa : (mantissa + 32) << (exponent - 1);
  return (bits & 0x80 ? magnitude : -magnitude) * 8;
}

async function readFully(file: FileHandle, target: Uint8Array, start: number): Promise<number> {
  let done = 0;
  while (done < target.length) {
    const { bytesRead } = await file.read(target, done, target.length - done, start + done);
    if (bytesRead === 0) break;
    done += bytesRead;
  }
  return done;
}
