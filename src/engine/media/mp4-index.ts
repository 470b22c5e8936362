import type { FileHandle } from "node:fs/promises";
import { lastingError } from "./media-errors.ts";

/** The index of a day of sound and video has a few MB. */
const MAX_INDEX_BYTES = 1 << 27;
const MAX_BOXES = 100_000;

export interface Mp4Box {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

/** The `moov` box: what is in an MP4 file and where. ISO/IEC 14496-12. */
export interface Mp4Index {
  readonly bytes: Buffer;
  readonly start: number;
  readonly end: number;
  /** The media come first in the file, as most recorders write it. */
  readonly isAfterMedia: boolean;
}

/** @throws StageError `media-unreadable` when there is no index, as in a file that was cut off. */
export async function findMp4Index(file: FileHandle): Promise<Mp4Index> {
  const { size: fileBytes } = await file.stat();
  let isAfterMedia = false;
  for (let at = 0, count = 0; at + 8 <= fileBytes && count < MAX_BOXES; count++) {
    const box = readMp4Box(await readMp4Part(file, at, 16), at, fileBytes);
    if (box.type === "moov" && box.end <= fileBytes) {
      const { start, end } = box;
      if (end - start > MAX_INDEX_BYTES) throw damaged("has an index too large to be true");
      return { bytes: await readMp4Part(file, start, end - start), start, end, isAfterMedia };
    }
    if (box.type === "mdat") isAfterMedia = true;
    if (!isAfterMedia && box.end > MAX_INDEX_BYTES) break;
    at = box.end;
  }
  throw damaged("has no index: it was probably cut off before it was complete");
}

/** @param limit where a box ends that says it goes on to the end. */
export function readMp4Box(head: Buffer, start: number, limit: number): Mp4Box {
  const type = head.toString("latin1", 4, 8);
  const size32 = head.readUInt32BE(0);
  if (size32 === 0) return { type, start, end: limit };
  const size = size32 === 1 && head.length >= 16 ? Number(head.readBigUInt64BE(8)) : size32;
  if (size < 8) throw damaged("is damaged");
  return { type, start, end: start + size };
}

export async function readMp4Part(file: FileHandle, start: number, length: number): Promise<Buffer> {
  const { bytesRead, buffer } = await file.read(Buffer.alloc(length), 0, length, start);
  return buffer.subarray(0, bytesRead);
}

function damaged(what: string): ReturnType<typeof lastingError> {
  return lastingError("media-unreadable", `The MP4 file ${what}. Check the recording where it comes from.`);
}
