/** Bit rates in kbit/s by index 1 to 14, of MPEG 1 and of MPEG 2 and 2.5, layers I, II and III. ISO/IEC 11172-3 and 13818-3. */
const bitRates: Record<"1" | "2", readonly (readonly number[])[]> = {
  "1": [
    [32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448],
    [32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384],
    [32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  ],
  "2": [
    [32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256],
    [8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
    [8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
  ],
};
const sampleRatesHz = [44_100, 48_000, 32_000];

export function isMpegFrameHeader(bytes: Uint8Array, offset: number): boolean {
  return mpegFrameBytes(bytes, offset) !== undefined;
}

/**
 * Where the first whole MPEG audio frame begins that another one follows: a stream cut out of a longer one starts in the middle of a frame.
 * A frame that ends with the bytes given counts when it stands at their very beginning.
 */
export function findMpegFrame(bytes: Uint8Array): number | undefined {
  for (let offset = 0; offset + 4 <= bytes.length; offset++) {
    const length = mpegFrameBytes(bytes, offset);
    if (length === undefined) continue;
    const next = offset + length;
    if (isMpegFrameHeader(bytes, next) && isSameStream(bytes, offset, next)) return offset;
    if (offset === 0 && next >= bytes.length) return 0;
  }
  return undefined;
}

/** Length of the frame whose header stands at `offset`, in bytes. */
function mpegFrameBytes(bytes: Uint8Array, offset: number): number | undefined {
  const [first, second = 0, third = 0] = bytes.subarray(offset, offset + 3);
  const version = (second >> 3) & 3;
  const layer = 4 - ((second >> 1) & 3);
  if (first !== 0xff || second < 0xe0 || version === 1 || layer === 4) return undefined;
  const kbps = bitRates[version === 3 ? "1" : "2"][layer - 1]?.[(third >> 4) - 1];
  const baseRateHz = sampleRatesHz[(third >> 2) & 3];
  if (kbps === undefined || baseRateHz === undefined) return undefined;
  const sampleRateHz = version === 3 ? baseRateHz : version === 2 ? baseRateHz / 2 : baseRateHz / 4;
  const padding = (third >> 1) & 1;
  if (layer === 1) return (Math.floor((12_000 * kbps) / sampleRateHz) + padding) * 4;
  const bytesPerSecondFactor = layer === 3 && version !== 3 ? 72_000 : 144_000;
  return Math.floor((bytesPerSecondFactor * kbps) / sampleRateHz) + padding;
}

/** Version, layer and sample rate do not change within a stream. */
function isSameStream(bytes: Uint8Array, first: number, second: number): boolean {
  const sameLayer = ((bytes[first + 1] ?? 0) & 0xfe) === ((bytes[second + 1] ?? 0) & 0xfe);
  return sameLayer && ((bytes[first + 2] ?? 0) & 0x0c) === ((bytes[second + 2] ?? 0) & 0x0c);
}
