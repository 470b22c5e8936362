import type { ChannelAudio, ChannelTranscript, TranscribeOptions } from "../transcriber.ts";
import { sentencesOf } from "../sentences.ts";
import { dropCrosstalk } from "./crosstalk.ts";
import { detectSpeech } from "./detect-speech.ts";
import { recogniseSegment } from "./recognise-segment.ts";
import type { RecognisedWord } from "./recogniser.ts";
import type { SpeechSegment } from "./segmenter.ts";
import { segmenterSettings, segmentSpeech } from "./segmenter.ts";
import type { SpeechEngine } from "./speech-engine.ts";
import type { ChannelActivity } from "./voice-activity.ts";
import { WINDOW_MS, WINDOW_SAMPLES } from "./voice-activity.ts";

/** What finding the speech costs of the whole, for the progress that is shown. */
const DETECTION_SHARE = 0.05;

interface SegmentJob {
  readonly channel: number;
  readonly segment: SpeechSegment;
  readonly probabilities: Float32Array;
}

interface RecognisedJob extends SegmentJob {
  readonly words: readonly RecognisedWord[];
}

/**
 * Finds where each channel has speech, has each segment recognised (the longest first, as many at once as there are workers), and
 * puts the words together to sentences. Holds a few bytes for each window of the recording, and samples only of what is being
 * worked on.
 */
export async function transcribeChannels(
  audio: ChannelAudio,
  options: TranscribeOptions,
  engine: SpeechEngine,
): Promise<ChannelTranscript[]> {
  const { channels, signal } = options;
  const report = risingProgress(audio.durationMs, options.onProgress);
  const activities = await detectSpeech(audio, channels, engine, signal, (share) => report(share * DETECTION_SHARE));
  const jobs = activities.flatMap(({ probabilities }, i) =>
    segmentSpeech(probabilities).map((segment) => ({ channel: channels[i] ?? 0, segment, probabilities })),
  );
  const recognised = await recogniseAll(audio, jobs, engine, signal, (share) =>
    report(DETECTION_SHARE + (1 - DETECTION_SHARE) * share),
  );
  report(1);
  return heardChannels(channels, activities, recognised);
}

/** Every segment's words. The first failure ends the others. */
async function recogniseAll(
  audio: ChannelAudio,
  jobs: readonly SegmentJob[],
  engine: SpeechEngine,
  outerSignal: AbortSignal,
  onShare: (share: number) => void,
): Promise<RecognisedJob[]> {
  const failed = new AbortController();
  const signal = AbortSignal.any([outerSignal, failed.signal]);
  const totalWindows = jobs.reduce((sum, { segment }) => sum + lengthOf(segment), 0);
  let doneWindows = 0;
  const recognise = async (job: SegmentJob): Promise<RecognisedJob> => {
    const load = (start: number, end: number) => readWindows(audio, job.channel, start, end);
    const words = await recogniseSegment(job.segment, job.probabilities, load, engine, signal);
    doneWindows += lengthOf(job.segment);
    onShare(doneWindows / totalWindows);
    return { ...job, words };
  };
  try {
    return await Promise.all(jobs.map(recognise));
  } catch (error) {
    failed.abort(error);
    throw error;
  }
}

function heardChannels(
  channels: readonly number[],
  activities: readonly ChannelActivity[],
  recognised: readonly RecognisedJob[],
): ChannelTranscript[] {
  const heard = channels.map((channel, i) => ({
    powers: activities[i]?.powers ?? [],
    sentences: utterances(recognised.filter((job) => job.channel === channel)).flatMap(sentencesOf),
  }));
  const sentences = dropCrosstalk(heard);
  return channels.map((channel, i) => ({ channel, sentences: sentences[i] ?? [] }));
}

/** The words of segments with hardly a pause between them: a sentence may go on from one to the next. */
function utterances(jobs: readonly RecognisedJob[]): RecognisedWord[][] {
  const runs: RecognisedWord[][] = [];
  for (const [i, { words, segment }] of jobs.entries()) {
    const before = jobs[i - 1]?.segment;
    const isGoingOn = before !== undefined && (segment.start - before.end) * WINDOW_MS <= segmenterSettings.mergeGapMs;
    if (isGoingOn) runs.at(-1)?.push(...words);
    else runs.push([...words]);
  }
  return runs;
}

function lengthOf({ start, end }: SpeechSegment): number {
  return end - start;
}

async function readWindows(audio: ChannelAudio, channel: number, start: number, end: number): Promise<Float32Array> {
  const samples = await audio.read(start * WINDOW_SAMPLES, (end - start) * WINDOW_SAMPLES);
  return samples[channel] ?? new Float32Array(0);
}

/** From shares of the work to milliseconds of the recording, never falling. */
function risingProgress(durationMs: number, onProgress: TranscribeOptions["onProgress"]): (share: number) => void {
  let best = 0;
  return (share) => {
    const doneMs = Math.round(Math.min(1, share) * durationMs);
    if (doneMs <= best) return;
    best = doneMs;
    onProgress?.(doneMs);
  };
}
