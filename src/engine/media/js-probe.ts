import type { FileHandle } from "node:fs/promises";
import type { MediaDescription } from "./decoded-media.ts";
import { readFlacHeader } from "./flac-reader.ts";
import { describeMp4 } from "./mp4-description.ts";
import { oggDurationMs } from "./ogg-duration.ts";
import { contentTypeOf, type MediaFormat } from "./sniff-media.ts";
import { declaredWavMs, readWavHeader, wavCodec } from "./wav-header.ts";

/** What a file says of itself; where it says nothing that can be trusted, that is left open for what is decoded to settle. */
export async function probeWithoutFfmpeg(
  path: string,
  file: FileHandle,
  format: MediaFormat,
): Promise<MediaDescription> {
  const nothing = { sampleRateHz: 0, channelCount: 0, hasVideo: false, otherTrackCount: 0, declaredMs: undefined };
  const contentType = contentTypeOf(format, false);
  if (format === "wav") {
    const header = await readWavHeader(file);
    const { sampleRateHz, channelCount } = header;
    return {
      ...nothing,
      contentType,
      codec: wavCodec(header),
      sampleRateHz,
      channelCount,
      declaredMs: declaredWavMs(header),
    };
  }
  if (format === "flac") {
    const { sampleRateHz, channelCount, totalFrames } = await readFlacHeader(file);
    const declaredMs = totalFrames === 0 ? undefined : Math.round((totalFrames / sampleRateHz) * 1000);
    return { ...nothing, contentType, codec: "flac", sampleRateHz, channelCount, declaredMs };
  }
  if (format === "mp4" || format === "quicktime") {
    return { ...nothing, contentType, codec: format, ...(await describeMp4(file, format)) };
  }
  const description = { ...nothing, contentType, codec: format, ...(await describeTags(path, format)) };
  if (format !== "ogg") return description;
  const declaredMs = await oggDurationMs(file, description.sampleRateHz, description.codec === "opus");
  return { ...description, declaredMs };
}

/** What `music-metadata` finds, which is nothing in some damaged files that can still be decoded. */
async function describeTags(path: string, format: MediaFormat): Promise<Partial<MediaDescription>> {
  const { parseFile } = await import("music-metadata");
  const { format: found } = await parseFile(path, { duration: false, skipCovers: true }).catch(
    () => ({ format: {} }) as const,
  );
  if (!("trackInfo" in found)) return {};
  const hasVideo = found.hasVideo === true;
  const sounds = found.trackInfo.filter((track) => track.audio !== undefined);
  // Where there is a picture it is told for both together, and the sound may be shorter.
  const seconds = (hasVideo ? undefined : found.duration) ?? Number.NaN;
  return {
    contentType: contentTypeOf(format, hasVideo),
    codec: plainCodec(found.codec ?? format),
    sampleRateHz: found.sampleRate ?? 0,
    channelCount: found.numberOfChannels ?? 0,
    hasVideo,
    otherTrackCount: Math.max(0, sounds.length - 1),
    declaredMs: Number.isFinite(seconds) && seconds > 0 ? Math.round(seconds * 1000) : undefined,
  };
}

const codecs: readonly (readonly [RegExp, string])[] = [
  [/aac/i, "aac"],
  [/layer 3/i, "mp3"],
  [/opus/i, "opus"],
  [/vorbis/i, "vorbis"],
  [/flac/i, "flac"],
];

function plainCodec(name: string): string {
  return codecs.find(([pattern]) => pattern.test(name))?.[1] ?? name.toLowerCase();
}
