import type { FileHandle } from "node:fs/promises";
import { lastingError } from "./media-errors.ts";

const CHUNK_BYTES = 1 << 16;
/** The index of a day of sound and video has a few MB. */
const MAX_INDEX_BYTES = 1 << 27;
const MAX_BOXES = 100_000;
/** The boxes between the index itself and its tables of positions. */
const parents = new Set(["trak", "mdia", "minf", "stbl"]);

interface Box {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

/**
 * An MP4 file's bytes with the index first, as a decoder needs them that cannot seek: most recorders write it last. The positions in the
 * index are moved by as much as what they point at.
 * @throws StageError `media-unreadable` when there is no index, as in a file that was cut off.
 */
export async function* readMp4(file: FileHandle): AsyncGenerator<Uint8Array> {
  const { size: fileBytes } = await file.stat();
  const index = await findIndex(file, fileBytes);
  const { box } = index;
  if (box.end - box.start > MAX_INDEX_BYTES) throw damaged("has an index too large to be true");
  const bytes = await readPart(file, box.start, box.end - box.start);
  if (index.isAfterMedia) {
    movePositions(bytes, 8, bytes.length, box.start, bytes.length);
    yield bytes;
    yield* readRange(file, 0, box.start);
  } else {
    yield Buffer.concat([await readPart(file, 0, box.start), bytes]);
  }
  yield* readRange(file, box.end, fileBytes);
}

async function findIndex(file: FileHandle, fileBytes: number): Promise<{ box: Box; isAfterMedia: boolean }> {
  let isAfterMedia = false;
  for (let at = 0, count = 0; at + 8 <= fileBytes && count < MAX_BOXES; count++) {
    const box = readBox(await readPart(file, at, 16), at, fileBytes);
    if (box.type === "moov" && box.end <= fileBytes) return { box, isAfterMedia };
    if (box.type === "mdat") isAfterMedia = true;
    if (!isAfterMedia && box.end > MAX_INDEX_BYTES) break;
    at = box.end;
  }
  throw damaged("has no index: it was probably cut off before it was complete");
}

function readBox(head: Buffer, start: number, fileBytes: number): Box {
  const size32 = head.readUInt32BE(0);
  const size = size32 === 1 && head.length === 16 ? Number(head.readBigUInt64BE(8)) : size32;
  if (size32 === 0) return { type: head.toString("latin1", 4, 8), start, end: fileBytes };
  if (size < 8) throw damaged("is damaged");
  return { type: head.toString("latin1", 4, 8), start, end: start + size };
}

/** Adds `shift` to every position before `boundary` in the tables of an index. */
function movePositions(index: Buffer, from: number, to: number, boundary: number, shift: number): void {
  for (let at = from; at + 8 <= to; ) {
    const box = readBox(index.subarray(at, at + 16), at, to);
    const end = Math.min(box.end, to);
    if (parents.has(box.type)) movePositions(index, at + 8, end, boundary, shift);
    if (box.type === "stco") {
      for (let entry = at + 16; entry + 4 <= end; entry += 4) {
        const position = index.readUInt32BE(entry);
        if (position < boundary) index.writeUInt32BE(position + shift, entry);
      }
    }
    if (box.type === "co64") {
      for (let entry = at + 16; entry + 8 <= end; entry += 8) {
        const position = index.readBigUInt64BE(entry);
        if (position < boundary) index.writeBigUInt64BE(position + BigInt(shift), entry);
      }
    }
    at = end;
  }
}

async function* readRange(file: FileHandle, start: number, end: number): AsyncGenerator<Uint8Array> {
  for (let at = start; at < end; ) {
    const chunk = await readPart(file, at, Math.min(CHUNK_BYTES, end - at));
    if (chunk.length === 0) return;
    yield chunk;
    at += chunk.length;
  }
}

async function readPart(file: FileHandle, start: number, length: number): Promise<Buffer> {
  const { bytesRead, buffer } = await file.read(Buffer.alloc(length), 0, length, start);
  return buffer.subarray(0, bytesRead);
}

function damaged(what: string): ReturnType<typeof lastingError> {
  return lastingError("media-unreadable", `The MP4 file ${what}. Check the recording where it comes from.`);
}
