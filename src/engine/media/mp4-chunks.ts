import type { FileHandle } from "node:fs/promises";
import { findMp4Index, readMp4Box, readMp4Part } from "./mp4-index.ts";

const CHUNK_BYTES = 1 << 16;
/** The boxes between the index itself and its tables of positions. */
const parents = new Set(["trak", "mdia", "minf", "stbl"]);

/**
 * An MP4 file's bytes with the index first, as a decoder needs them that cannot seek: most recorders write it last. The positions in the
 * index are moved by as much as what they point at.
 * @throws StageError `media-unreadable` when there is no index, as in a file that was cut off.
 */
export async function* readMp4(file: FileHandle): AsyncGenerator<Uint8Array> {
  const { size: fileBytes } = await file.stat();
  const { bytes, start, end, isAfterMedia } = await findMp4Index(file);
  if (isAfterMedia) {
    movePositions(bytes, 8, bytes.length, start, bytes.length);
    yield bytes;
    yield* readRange(file, 0, start);
  } else {
    yield Buffer.concat([await readMp4Part(file, 0, start), bytes]);
  }
  yield* readRange(file, end, fileBytes);
}

/** Adds `shift` to every position before `boundary` in the tables of an index. */
function movePositions(index: Buffer, from: number, to: number, boundary: number, shift: number): void {
  for (let at = from; at + 8 <= to;) {
    const box = readMp4Box(index.subarray(at, at + 16), at, to);
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
  for (let at = start; at < end;) {
    const chunk = await readMp4Part(file, at, Math.min(CHUNK_BYTES, end - at));
    if (chunk.length === 0) return;
    yield chunk;
    at += chunk.length;
  }
}
