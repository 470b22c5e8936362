/** The samples of a 16-bit PCM mono WAV as flite writes it, from -1 to 1. */
export function readPcmWav(bytes: Buffer): { readonly samples: Float32Array; readonly sampleRateHz: number } {
  const format = findChunk(bytes, "fmt ");
  const data = findChunk(bytes, "data");
  if (format.readUInt16LE(2) !== 1 || format.readUInt16LE(14) !== 16)
    throw new Error("expected 16-bit PCM on one channel");
  const samples = Float32Array.from(
    { length: Math.floor(data.length / 2) },
    (_, at) => data.readInt16LE(2 * at) / 32768,
  );
  return { samples, sampleRateHz: format.readUInt32LE(4) };
}

function findChunk(bytes: Buffer, name: string): Buffer {
  for (let at = 12; at + 8 <= bytes.length;) {
    const sizeBytes = bytes.readUInt32LE(at + 4);
    if (bytes.toString("latin1", at, at + 4) === name) return bytes.subarray(at + 8, at + 8 + sizeBytes);
    at += 8 + sizeBytes + (sizeBytes % 2);
  }
  throw new Error(`no "${name.trim()}" chunk in the WAV`);
}

const muLawFormat = 7;

/** A two-channel 8 kHz mu-law WAV, the form in which telephone systems keep recordings. */
export function writeMuLawWav(left: Float32Array, right: Float32Array): Buffer {
  const frameCount = left.length;
  const data = Buffer.alloc(frameCount * 2);
  for (let at = 0; at < frameCount; at++) {
    data[2 * at] = toMuLaw(left[at] ?? 0);
    data[2 * at + 1] = toMuLaw(right[at] ?? 0);
  }
  const format = Buffer.alloc(18);
  format.writeUInt16LE(muLawFormat, 0);
  format.writeUInt16LE(2, 2);
  format.writeUInt32LE(8000, 4);
  format.writeUInt32LE(16000, 8);
  format.writeUInt16LE(2, 12);
  format.writeUInt16LE(8, 14);
  const fact = Buffer.alloc(4);
  fact.writeUInt32LE(frameCount, 0);
  const body = Buffer.concat([Buffer.from("WAVE"), chunk("fmt ", format), chunk("fact", fact), chunk("data", data)]);
  return chunk("RIFF", body);
}

function chunk(name: string, body: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.write(name, 0, "latin1");
  head.writeUInt32LE(body.length, 4);
  return Buffer.concat([head, body]);
}

const bias = 0x84;
const clip = 32635;

/** ITU-T G.711: sign, three bits of exponent, four of mantissa, all inverted. */
function toMuLaw(sample: number): number {
  const scaled = Math.round(sample * 32767);
  const sign = scaled < 0 ? 0x80 : 0;
  const magnitude = Math.min(Math.abs(scaled), clip) + bias;
  const exponent = 31 - Math.clz32(magnitude) - 7;
  const mantissa = (magnitude >> (exponent + 3)) & 0x0f;
  return ~(sign | (exponent << 4) | mantissa) & 0xff;
}
