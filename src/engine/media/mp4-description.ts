import type { FileHandle } from "node:fs/promises";
import type { MediaDescription } from "./decoded-media.ts";
import { findMp4Index, readMp4Box } from "./mp4-index.ts";
import { contentTypeOf, type MediaFormat } from "./sniff-media.ts";

const parents = new Set(["trak", "mdia", "minf", "stbl"]);
const codecs: Readonly<Record<string, string>> = {
  mp4a: "aac",
  Opus: "opus",
  fLaC: "flac",
  alac: "alac",
  ".mp3": "mp3",
};

interface Track {
  isSound: boolean;
  isVideo: boolean;
  durationMs: number | undefined;
  codec: string;
  channelCount: number;
}

/** What the index of an MP4 file says of it. @throws StageError `media-unreadable` */
export async function describeMp4(file: FileHandle, format: MediaFormat): Promise<Partial<MediaDescription>> {
  const { bytes } = await findMp4Index(file);
  const tracks = [...readTracks(bytes)];
  const sounds = tracks.filter((track) => track.isSound);
  const hasVideo = tracks.some((track) => track.isVideo);
  const [sound] = sounds;
  return {
    contentType: contentTypeOf(format, hasVideo),
    codec: sound?.codec ?? "unknown",
    channelCount: sound?.channelCount ?? 0,
    hasVideo,
    otherTrackCount: Math.max(0, sounds.length - 1),
    // A fragmented file says 0: its length is the sum of fragments not yet written with the index.
    declaredMs: sound?.durationMs === 0 ? undefined : sound?.durationMs,
  };
}

function* readTracks(index: Buffer): Generator<Track> {
  for (const box of boxesIn(index, 8, index.length)) {
    if (box.type !== "trak") continue;
    const track: Track = { isSound: false, isVideo: false, durationMs: undefined, codec: "unknown", channelCount: 0 };
    readTrack(index, box.start + 8, box.end, track);
    yield track;
  }
}

function readTrack(index: Buffer, from: number, to: number, track: Track): void {
  for (const { type, start, end } of boxesIn(index, from, to)) {
    if (parents.has(type)) readTrack(index, start + 8, end, track);
    if (type === "hdlr" && end >= start + 20) {
      const handler = index.toString("latin1", start + 16, start + 20);
      track.isSound ||= handler === "soun";
      track.isVideo ||= handler === "vide";
    }
    if (type === "stsd" && end >= start + 24) {
      const name = index.toString("latin1", start + 20, start + 24);
      track.codec = codecs[name] ?? name;
      if (end >= start + 42) track.channelCount = index.readUInt16BE(start + 40);
    }
    if (type === "mdhd" && end >= start + 32) track.durationMs = readDurationMs(index, start + 8, end);
  }
}

/** Version 1 of the box has 64-bit times. */
function readDurationMs(index: Buffer, body: number, end: number): number | undefined {
  const isLong = index.readUInt8(body) === 1;
  if (isLong && end < body + 32) return undefined;
  const ticksPerSecond = index.readUInt32BE(body + (isLong ? 20 : 12));
  const ticks = isLong ? Number(index.readBigUInt64BE(body + 24)) : index.readUInt32BE(body + 16);
  return ticksPerSecond === 0 ? undefined : Math.round((ticks / ticksPerSecond) * 1000);
}

function* boxesIn(index: Buffer, from: number, to: number): Generator<{ type: string; start: number; end: number }> {
  for (let at = from; at + 8 <= to;) {
    const box = readMp4Box(index.subarray(at, at + 16), at, to);
    const end = Math.min(box.end, to);
    yield { type: box.type, start: at, end };
    at = end;
  }
}
