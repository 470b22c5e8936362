import type { CallAnalysis } from "../../calls/call-analysis.ts";
import type { Call } from "../../calls/call.ts";
import type { QuotedTranscript } from "../../calls/transcript.ts";
import type { ContentData } from "../call-data.ts";
import { toSeconds, toWholeSeconds } from "./seconds.ts";

/** Gong: under this title. */
const NEXT_STEPS = "Next steps";

export type GeneratedContent = Pick<ContentData, "structure" | "outline" | "highlights" | "keyPoints">;

/**
 * What an analysis picks out of a call, in Gong's shapes: sentences of the call in their own words, each after the name of who says it. What was not
 * computed is absent.
 */
export function presentGenerated(call: Call, analysis: CallAnalysis, transcript: QuotedTranscript): GeneratedContent {
  const { outline, nextSteps, keyPoints } = analysis;
  const said = quoter(call, transcript);
  return {
    ...(outline && { structure: presentStructure(outline) }),
    ...(outline && {
      outline: outline.map(({ title, startMs, durationMs, sentenceIndexes }) => ({
        section: title,
        startTime: toSeconds(startMs),
        duration: toSeconds(durationMs),
        items: sentenceIndexes.flatMap(said),
      })),
    }),
    ...(nextSteps && { highlights: presentHighlights(nextSteps.flatMap(({ sentenceIndex }) => said(sentenceIndex))) }),
    ...(keyPoints && { keyPoints: keyPoints.flatMap(said).map(({ text }) => ({ text })) }),
  };
}

/** The sentences that are needed for this, and for the brief, by their positions. */
export function quotedPositions({
  brief,
  outline = [],
  nextSteps = [],
  keyPoints = [],
}: CallAnalysis): readonly number[] {
  const ofOutline = outline.flatMap(({ sentenceIndexes }) => sentenceIndexes);
  return [...brief, ...ofOutline, ...nextSteps.map(({ sentenceIndex }) => sentenceIndex), ...keyPoints];
}

/** Nothing is known of an agenda that somebody set: the parts are the outline's. */
export function presentStructure(outline: NonNullable<CallAnalysis["outline"]>): NonNullable<ContentData["structure"]> {
  return outline.map(({ title, durationMs }) => ({ name: title, duration: toWholeSeconds(durationMs) }));
}

interface Quote {
  readonly text: string;
  readonly startTime: number;
}

function presentHighlights(nextSteps: readonly Quote[]): NonNullable<ContentData["highlights"]> {
  if (nextSteps.length === 0) return [];
  return [{ title: NEXT_STEPS, items: nextSteps.map(({ text, startTime }) => ({ text, startTimes: [startTime] })) }];
}

function quoter(call: Call, { speakers, sentences }: QuotedTranscript): (sentenceIndex: number) => Quote[] {
  const partyOf = new Map(call.parties.map((party) => [party.speakerId, party]));
  // As the list of parties names them.
  const strangers = speakers.filter(({ id }) => !partyOf.has(id)).map(({ id }) => id);
  return (sentenceIndex) => {
    const sentence = sentences[sentenceIndex];
    if (!sentence) return [];
    const party = partyOf.get(sentence.speakerId);
    const stranger = strangers.indexOf(sentence.speakerId) + 1;
    const name = party?.name ?? party?.emailAddress ?? party?.phoneNumber ?? (stranger > 0 && `Speaker #${stranger}`);
    return [{ text: `${name || "Unknown"}: ${sentence.text}`, startTime: toSeconds(sentence.startMs) }];
  };
}
