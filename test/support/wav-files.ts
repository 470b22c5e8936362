/** How a WAV file may keep a sample, with the number it has in the header and how one is written. */
const encodings = {
  u8: { tag: 1, bits: 8, write: (v: DataView, at: number, x: number) => v.setUint8(at, 128 + Math.round(x * 127)) },
  s16: {
    tag: 1,
    bits: 16,
    write: (v: DataView, at: number, x: number) => v.setInt16(at, Math.round(x * 32_767), true),
  },
  s24: {
    tag: 1,
    bits: 24,
    write(v: DataView, at: number, x: number) {
      const value = Math.round(x * 8_388_607);
      v.setUint16(at, value & 0xffff, true);
      v.setInt8(at + 2, value >> 16);
    },
  },
  s32: {
    tag: 1,
    bits: 32,
    write: (v: DataView, at: number, x: number) => v.setInt32(at, Math.round(x * 2_147_483_647), true),
  },
  f32: { tag: 3, bits: 32, write: (v: DataView, at: number, x: number) => v.setFloat32(at, x, true) },
  alaw: { tag: 6, bits: 8, write: (v: DataView, at: number, x: number) => v.setUint8(at, alawCode(x)) },
  mulaw: { tag: 7, bits: 8, write: (v: DataView, at: number, x: number) => v.setUint8(at, mulawCode(x)) },
};

export type WavEncodingName = keyof typeof encodings;
export const wavEncodingNames = Object.keys(encodings) as WavEncodingName[]; // the keys of the table above

export interface WavOptions {
  readonly encoding?: WavEncodingName;
  readonly sampleRateHz?: number;
  readonly seconds?: number;
  /** One frequency for each channel; 0 is silence. */
  readonly tonesHz?: readonly number[];
  /** What the header says of the sound's size, when it lies. */
  readonly claimedBytes?: number;
}

/** A WAV file with a steady tone of half the full loudness on each channel. */
export function makeWav(options: WavOptions = {}): Buffer {
  const { encoding = "s16", sampleRateHz = 16_000, seconds = 1, tonesHz = [440, 1000], claimedBytes } = options;
  const { bits, write } = encodings[encoding];
  const frameCount = Math.round(seconds * sampleRateHz);
  const data = Buffer.alloc(frameCount * tonesHz.length * (bits / 8));
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  for (let frame = 0, at = 0; frame < frameCount; frame++) {
    for (const toneHz of tonesHz) {
      write(view, at, 0.5 * Math.sin((2 * Math.PI * toneHz * frame) / sampleRateHz));
      at += bits / 8;
    }
  }
  return Buffer.concat([wavHeader(encoding, sampleRateHz, tonesHz.length, claimedBytes ?? data.length), data]);
}

export function wavHeader(
  encoding: WavEncodingName,
  sampleRateHz: number,
  channelCount: number,
  dataBytes: number,
): Buffer {
  const { tag, bits } = encodings[encoding];
  const frameBytes = channelCount * (bits / 8);
  const header = Buffer.alloc(44);
  header.write("RIFF", 0, "latin1");
  header.writeUInt32LE(Math.min(36 + dataBytes, 0xffff_ffff), 4);
  header.write("WAVEfmt ", 8, "latin1");
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(tag, 20);
  header.writeUInt16LE(channelCount, 22);
  header.writeUInt32LE(sampleRateHz, 24);
  header.writeUInt32LE(sampleRateHz * frameBytes, 28);
  header.writeUInt16LE(frameBytes, 32);
  header.writeUInt16LE(bits, 34);
  header.write("data", 36, "latin1");
  header.writeUInt32LE(dataBytes, 40);
  return header;
}

/** The code whose value is nearest, by going through G.711's segments upwards. */
function mulawCode(x: number): number {
  const magnitude = Math.min(Math.round(Math.abs(x) * 8192), 8158) + 33;
  const exponent = Math.max(0, Math.floor(Math.log2(magnitude)) - 5);
  const mantissa = (magnitude >> (exponent + 1)) & 0x0f;
  return ~((x < 0 ? 0x80 : 0) | (exponent << 4) | mantissa) & 0xff;
}

function alawCode(x: number): number {
  const magnitude = Math.min(Math.round(Math.abs(x) * 4096), 4095);
  const exponent = Math.max(0, Math.floor(Math.log2(Math.max(1, magnitude))) - 4);
  const mantissa = (magnitude >> Math.max(1, exponent)) & 0x0f;
  return ((x < 0 ? 0 : 0x80) | (exponent << 4) | mantissa) ^ 0x55;
}
