import { open, type FileHandle } from "node:fs/promises";
import { StageError } from "../../calls/errors.ts";
import { readCompressed, needsFfmpeg } from "./compressed-reader.ts";
import { describeDecoded, type MediaDescription } from "./decoded-media.ts";
import { readFlac, readFlacHeader } from "./flac-reader.ts";
import { probeWithoutFfmpeg } from "./js-probe.ts";
import type { DecodedMedia, DecodeOptions } from "./media-decoder.ts";
import { lastingError } from "./media-errors.ts";
import { refuseMedia } from "./refuse-media.ts";
import { checkDuration, SamplesWriter } from "./samples-writer.ts";
import { sniffMedia, SNIFF_BYTES, type MediaFormat } from "./sniff-media.ts";
import { SoundConverter } from "./sound-converter.ts";
import type { SoundPiece } from "./sound-piece.ts";
import { readWav } from "./wav-reader.ts";
import { readWavHeader } from "./wav-header.ts";

/** Decodes in this thread; files made to break a decoder make that unwise anywhere but in a worker. */
export async function decodeInThread(
  mediaPath: string,
  samplesPath: string,
  options: Omit<DecodeOptions, "signal">,
): Promise<DecodedMedia> {
  await using file = await open(mediaPath, "r");
  const format = await recogniseFormat(file);
  const description = await probeWithoutFfmpeg(mediaPath, file, format);
  if (format !== "wav") checkDuration(description.declaredMs ?? 0, options.maxDurationMs);
  const pieces = readSound(file, format);
  const first = await pieces.next().catch((error: unknown) => {
    throw error instanceof StageError ? error : unreadable(error);
  });
  if (first.done) return describeDecoded(description, nothingHeard, false);
  const converter = new SoundConverter(channelCountOf(description, format, first.value));
  await using writer = await SamplesWriter.create(samplesPath, converter.channelCount, options.maxDurationMs);
  const isBroken = await writePieces(first.value, pieces, converter, writer, () =>
    options.onProgress?.(writer.durationMs, description.declaredMs),
  );
  return describeDecoded(asFound(description, converter), writer.summary(), isBroken);
}

/** @returns whether the decoder gave up before the end. */
async function writePieces(
  first: SoundPiece,
  rest: AsyncIterable<SoundPiece>,
  converter: SoundConverter,
  writer: SamplesWriter,
  onPiece: () => void,
): Promise<boolean> {
  let isBroken = false;
  try {
    await writer.write(converter.push(first));
    for await (const piece of rest) {
      await writer.write(converter.push(piece));
      onPiece();
    }
  } catch (error) {
    if (error instanceof StageError) throw error;
    if (writer.durationMs === 0) throw unreadable(error);
    isBroken = true;
  }
  await writer.write(converter.flush());
  return isBroken;
}

const nothingHeard = { durationMs: 0, channelCount: 1, isDualMono: false, isSilent: true } as const;

async function* readSound(file: FileHandle, format: MediaFormat): AsyncGenerator<SoundPiece> {
  if (format === "wav") yield* readWav(file, await readWavHeader(file));
  else if (format === "flac") yield* readFlac(file, await readFlacHeader(file));
  else yield* readCompressed(file, format);
}

/** Formats whose decoder gives equal channels as one: how many come out first says little. */
const collapsing = new Set<MediaFormat>(["mp3", "mp4", "quicktime", "aac"]);

/** More than two channels are folded into one. Where the file does not say how many it has, what comes out of it does. */
function channelCountOf(description: MediaDescription, format: MediaFormat, piece: SoundPiece): 1 | 2 {
  if (piece.channels.length > 2) return 1;
  const found = collapsing.has(format) ? 2 : piece.channels.length;
  return (description.channelCount || found) === 2 ? 2 : 1;
}

function asFound(description: MediaDescription, converter: SoundConverter): MediaDescription {
  const { inputRateHz, inputChannelCount } = converter;
  return {
    ...description,
    sampleRateHz: description.sampleRateHz || inputRateHz,
    channelCount: Math.max(description.channelCount, inputChannelCount),
  };
}

async function recogniseFormat(file: FileHandle): Promise<MediaFormat> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(SNIFF_BYTES), 0, SNIFF_BYTES, 0);
  const head = buffer.subarray(0, bytesRead);
  const format = sniffMedia(head);
  if (format !== undefined) return format;
  throw refuseMedia(head);
}

/** The decoders say in words only what they cannot do. */
function unreadable(error?: unknown): StageError {
  const message = error instanceof Error ? error.message : "";
  if (/no audio track|has no audio/i.test(message)) {
    return lastingError("media-no-audio", "The file holds no sound. Check the recording where it comes from.", error);
  }
  if (/unsupported|no decoder/i.test(message)) return needsFfmpeg(error);
  return refuseMedia(Uint8Array.of(0), undefined, error);
}
