import { lastingError, spokenDuration } from "./media-errors.ts";
import type { DecodedMedia } from "./media-decoder.ts";
import type { SamplesSummary } from "./samples-writer.ts";

/** What a file says of itself before it is decoded. */
export interface MediaDescription {
  readonly contentType: string;
  readonly codec: string;
  readonly sampleRateHz: number;
  readonly channelCount: number;
  readonly hasVideo: boolean;
  /** Sound tracks beyond the first, which are not used. */
  readonly otherTrackCount: number;
  readonly declaredMs: number | undefined;
}

/**
 * Joins what a file says of itself and what was found in it.
 * @param isBroken whether the decoder gave up before the end.
 * @throws StageError `media-no-audio`
 */
export function describeDecoded(
  description: MediaDescription,
  summary: SamplesSummary,
  isBroken: boolean,
): DecodedMedia {
  if (summary.durationMs === 0) throw noSound();
  const { codec, sampleRateHz, hasVideo, contentType } = description;
  const { durationMs, channelCount, isDualMono } = summary;
  return {
    audio: { durationMs, channelCount, isDualMono, codec, sampleRateHz },
    hasVideo,
    contentType,
    warnings: [...warningsOf(description, summary, isBroken)],
  };
}

export function noSound(): ReturnType<typeof lastingError> {
  return lastingError("media-no-audio", "The file holds no sound. Check the recording where it comes from.");
}

function* warningsOf(description: MediaDescription, summary: SamplesSummary, isBroken: boolean): Generator<string> {
  const { declaredMs, channelCount, otherTrackCount } = description;
  const missingMs = (declaredMs ?? 0) - summary.durationMs;
  if (declaredMs !== undefined && missingMs > 1000 + declaredMs / 500) {
    yield `The file says it is ${spokenDuration(declaredMs)} long; ${spokenDuration(missingMs)} of that could not be read.`;
  } else if (isBroken) yield `The file is damaged: nothing after ${spokenDuration(summary.durationMs)} could be read.`;
  if (channelCount > 2)
    yield `The recording has ${channelCount} channels; they were mixed into one, so speakers are not separated.`;
  if (otherTrackCount > 0) yield `The file has ${otherTrackCount + 1} sound tracks; only the first was used.`;
  if (summary.isSilent) yield "The recording is silent throughout.";
}
