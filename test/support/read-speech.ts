import { readFile } from "node:fs/promises";

const TARGET_RATE_HZ = 16_000;
const FULL_SCALE = 32_768;

/** Reads a mono 16-bit WAV of 16 or 8 kHz as samples from -1 to 1 at 16 kHz. */
export async function readSpeech(path: string): Promise<Float32Array> {
  const bytes = await readFile(path);
  const format = chunk(bytes, "fmt ");
  const data = chunk(bytes, "data");
  const channelCount = format.readUInt16LE(2);
  const rateHz = format.readUInt32LE(4);
  const bits = format.readUInt16LE(14);
  if (channelCount !== 1 || bits !== 16)
    throw new Error(`${path} has ${channelCount} channels of ${bits} bits, not 1 of 16.`);
  const samples = Float32Array.from(
    { length: data.length >> 1 },
    (_, index) => data.readInt16LE(2 * index) / FULL_SCALE,
  );
  if (rateHz === TARGET_RATE_HZ) return samples;
  if (2 * rateHz === TARGET_RATE_HZ) return doubled(samples);
  throw new Error(`${path} has a rate of ${rateHz} Hz, not 16000 or 8000.`);
}

function chunk(bytes: Buffer, id: string): Buffer {
  for (let offset = 12; offset + 8 <= bytes.length;) {
    const size = bytes.readUInt32LE(offset + 4);
    if (bytes.toString("latin1", offset, offset + 4) === id) return bytes.subarray(offset + 8, offset + 8 + size);
    offset += 8 + size + (size % 2);
  }
  throw new Error(`No ${id} chunk.`);
}

const HALF_WIDTH = 32;

/** Twice the rate, by a windowed sinc: every second sample stays, those between are computed. */
function doubled(samples: Float32Array): Float32Array {
  const weights = Float32Array.from({ length: 2 * HALF_WIDTH }, (_, tap) => {
    const distance = tap - HALF_WIDTH + 0.5;
    const window = 0.5 + 0.5 * Math.cos((Math.PI * distance) / HALF_WIDTH);
    return (window * Math.sin(Math.PI * distance)) / (Math.PI * distance);
  });
  const result = new Float32Array(2 * samples.length);
  for (let index = 0; index < samples.length; index++) {
    let between = 0;
    for (let tap = 0; tap < weights.length; tap++) {
      between += (weights[tap] ?? 0) * (samples[index + tap - HALF_WIDTH + 1] ?? 0);
    }
    result[2 * index] = samples[index] ?? 0;
    result[2 * index + 1] = between;
  }
  return result;
}
