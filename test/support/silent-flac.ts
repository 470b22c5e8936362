const SAMPLE_RATE_HZ = 8000;
const BLOCK_FRAMES = 65_535;

/** A FLAC file of digital silence, mono, 8 kHz: a few bytes for eight seconds, so a day of it is small. RFC 9639. */
export function makeSilentFlac(options: { readonly seconds: number; readonly claimedSeconds?: number }): Buffer {
  const { seconds, claimedSeconds = seconds } = options;
  const frames: Buffer[] = [];
  for (let left = seconds * SAMPLE_RATE_HZ, number = 0; left > 0; left -= BLOCK_FRAMES, number++) {
    frames.push(silentFrame(number, Math.min(left, BLOCK_FRAMES)));
  }
  return Buffer.concat([streamInfo(claimedSeconds * SAMPLE_RATE_HZ), ...frames]);
}

function streamInfo(totalFrames: number): Buffer {
  const block = Buffer.alloc(42);
  block.write("fLaC", 0, "latin1");
  block.writeUInt32BE(0x8000_0022, 4);
  block.writeUInt16BE(BLOCK_FRAMES, 8);
  block.writeUInt16BE(BLOCK_FRAMES, 10);
  block.writeBigUInt64BE((BigInt(SAMPLE_RATE_HZ) << 44n) | (15n << 36n) | BigInt(totalFrames), 18);
  return block;
}

function silentFrame(number: number, blockFrames: number): Buffer {
  // Block size in 16 bits at the end of the header, 8 kHz, one channel, 16 bits a sample.
  const header = [0xff, 0xf8, 0x74, 0x08, ...codedNumber(number), (blockFrames - 1) >> 8, (blockFrames - 1) & 0xff];
  const withCheck = [...header, crc(header, 8, 0x07)];
  // A constant subframe whose value is 0.
  const frame = [...withCheck, 0x00, 0x00, 0x00];
  const check = crc(frame, 16, 0x8005);
  return Buffer.from([...frame, check >> 8, check & 0xff]);
}

/** As UTF-8 codes a character of that number. */
function codedNumber(number: number): number[] {
  if (number < 0x80) return [number];
  if (number < 0x800) return [0xc0 | (number >> 6), 0x80 | (number & 0x3f)];
  return [0xe0 | (number >> 12), 0x80 | ((number >> 6) & 0x3f), 0x80 | (number & 0x3f)];
}

function crc(bytes: readonly number[], width: number, polynomial: number): number {
  const top = 1 << (width - 1);
  let value = 0;
  for (const byte of bytes) {
    value ^= byte << (width - 8);
    for (let bit = 0; bit < 8; bit++) value = (value & top ? (value << 1) ^ polynomial : value << 1) & (2 * top - 1);
  }
  return value;
}
