import type { Affiliation } from "../../src/calls/affiliation.ts";
import type { SpeakerId } from "../../src/calls/ids.ts";
import { asId } from "../../src/calls/ids.ts";
import type { Sentence, Speaker, Transcript } from "../../src/calls/transcript.ts";

export type Spoken = readonly [speaker: string, startMs: number, endMs: number, text?: string];

/** A transcript from who said what when. Without a text the sentence is one that nobody takes for a backchannel or a question. */
export function spokenTranscript(
  affiliations: Readonly<Record<string, Affiliation>>,
  spoken: readonly Spoken[],
): Transcript {
  const speakers = Object.entries(affiliations).map(([id, affiliation]) => speaker(id, affiliation));
  return { speakers, sentences: spoken.map(sentence), provenance: { engine: "none", model: "none", version: "0" } };
}

function speaker(id: string, affiliation: Affiliation): Speaker {
  return { id: asId<SpeakerId>(id), affiliation, source: "channel" };
}

function sentence([id, startMs, endMs, text = "This is what they told everybody."]: Spoken): Sentence {
  return { speakerId: asId<SpeakerId>(id), startMs, endMs, text, confidence: null, isLowConfidence: false, words: [] };
}
