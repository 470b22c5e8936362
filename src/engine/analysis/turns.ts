import type { SpeakerId } from "../../calls/ids.ts";
import type { Sentence, Transcript } from "../../calls/transcript.ts";
import { isBackchannel } from "./backchannels.ts";
import type { Side } from "./sides.ts";
import { sidesOf } from "./sides.ts";
import type { TimeSpan } from "./time-spans.ts";
import { unionOfSpans } from "./time-spans.ts";

/** A stretch during which one voice had the floor, its own pauses included. */
export interface Turn extends TimeSpan {
  readonly speakerId: SpeakerId;
  readonly side: Side;
}

/** A voice that pauses no longer than this, and is not answered, is still in the same turn. */
export const MAX_PAUSE_IN_TURN_MS = 3_000;
/** A backchannel longer than this is somebody taking the floor. */
const MAX_BACKCHANNEL_MS = 1_500;
/** Speech shorter than this, all of it during somebody else's, is no turn. */
const MIN_OVERLAPPED_TURN_MS = 1_000;

/**
 * Who had the floor when, in order of start. Backchannels (at most three words, at most 1.5 s, all listening sounds) take no floor,
 * nor does speech of under 1 s that somebody else's uninterrupted speech contains. What is left of one voice with pauses of at most
 * 3 s and nobody else starting in between is one turn. Speech without a length (its end not after its start) is left out.
 */
export function turnsOf(transcript: Transcript): Turn[] {
  const sideOf = sidesOf(transcript.speakers);
  const turns: { speakerId: SpeakerId; side: Side; startMs: number; endMs: number }[] = [];
  for (const { speakerId, startMs, endMs } of withoutContained(speechByVoice(transcript.sentences))) {
    const last = turns.at(-1);
    if (last?.speakerId === speakerId && startMs - last.endMs <= MAX_PAUSE_IN_TURN_MS) last.endMs = endMs;
    else turns.push({ speakerId, side: sideOf(speakerId), startMs, endMs });
  }
  return turns;
}

function speechByVoice(sentences: readonly Sentence[]): Map<SpeakerId, TimeSpan[]> {
  const taking = sentences.filter(
    ({ text, startMs, endMs }) => endMs - startMs > MAX_BACKCHANNEL_MS || !isBackchannel(text),
  );
  const byVoice = Map.groupBy(taking, (sentence) => sentence.speakerId);
  return new Map([...byVoice].map(([speakerId, said]) => [speakerId, unionOfSpans(said)]));
}

function withoutContained(
  byVoice: ReadonlyMap<SpeakerId, readonly TimeSpan[]>,
): (TimeSpan & { speakerId: SpeakerId })[] {
  const voices = [...byVoice];
  const taking = voices.flatMap(([speakerId, spans]) => {
    const others = voices.filter(([other]) => other !== speakerId).map(([, otherSpans]) => otherSpans);
    return spans
      .filter((span) => lengthMs(span) >= MIN_OVERLAPPED_TURN_MS || !others.some((other) => someContains(other, span)))
      .map(({ startMs, endMs }) => ({ speakerId, startMs, endMs }));
  });
  return taking.sort((a, b) => a.startMs - b.startMs || a.endMs - b.endMs);
}

/** Whether one of the disjoint, ordered spans contains `inner` and is longer. */
function someContains(spans: readonly TimeSpan[], inner: TimeSpan): boolean {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const span = spans[middle];
    if (span && span.startMs <= inner.startMs) low = middle + 1;
    else high = middle;
  }
  const candidate = spans[low - 1];
  return candidate !== undefined && candidate.endMs >= inner.endMs && lengthMs(candidate) > lengthMs(inner);
}

function lengthMs(span: TimeSpan): number {
  return span.endMs - span.startMs;
}
