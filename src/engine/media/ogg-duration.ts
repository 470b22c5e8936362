import type { FileHandle } from "node:fs/promises";

/** The largest page is a little smaller. */
const TAIL_BYTES = 1 << 16;
/** Opus counts in 48 kHz whatever was recorded. RFC 7845. */
const OPUS_RATE_HZ = 48_000;

/** How long an OGG file is by the time on its last page; a file that was cut off just has an earlier last page. RFC 3533. */
export async function oggDurationMs(
  file: FileHandle,
  sampleRateHz: number,
  isOpus: boolean,
): Promise<number | undefined> {
  const { size: sizeBytes } = await file.stat();
  const start = Math.max(0, sizeBytes - TAIL_BYTES);
  const { buffer, bytesRead } = await file.read(Buffer.alloc(TAIL_BYTES), 0, TAIL_BYTES, start);
  const page = buffer.subarray(0, bytesRead).lastIndexOf("OggS");
  if (page < 0 || page + 14 > bytesRead) return undefined;
  const frameCount = buffer.readBigInt64LE(page + 6);
  const rateHz = isOpus ? OPUS_RATE_HZ : sampleRateHz;
  // -1 stands on a page on which no packet ends.
  return frameCount <= 0n || rateHz <= 0 ? undefined : Math.round((Number(frameCount) / rateHz) * 1000);
}
