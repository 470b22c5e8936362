import type { OutlineSection, Topic } from "../../calls/call-analysis.ts";
import type { Sentence } from "../../calls/transcript.ts";
import { boundariesOf } from "./boundaries.ts";
import { type Candidate, mostCentral } from "./central-sentences.ts";
import type { RankedPhrase } from "./keyphrases.ts";
import type { Rarity } from "./rarity.ts";
import { type Part, titlesOf } from "./section-titles.ts";
import { wordsOf } from "./words.ts";

/** One item, and one more for so many sentences that could be one. */
const SENTENCES_AN_ITEM = 8;
const MAX_ITEMS = 4;

export interface OutlineOptions {
  readonly rarity: Rarity;
  readonly topics: readonly Topic[];
  readonly phrases: readonly RankedPhrase[];
  /** The sentences that may be items. */
  readonly candidates: readonly Candidate[];
}

/**
 * The call from its first word to its last as sections, each under a topic or a phrase of it, with the sentences that say most of it. Where the
 * sections begin is where the words change, which helps to find one's way and is no judgement of what belongs together.
 */
export function outlineOf(sentences: readonly Sentence[], options: OutlineOptions): OutlineSection[] {
  const parts = partsOf(sentences, options.rarity);
  const titles = titlesOf(parts, options.topics, options.phrases);
  const merged = withoutRepeats(parts, titles);
  return merged.map(({ from, to, title }, index) => {
    const startMs = sentences[from]?.startMs ?? 0;
    const endMs = merged[index + 1] ? (sentences[to]?.startMs ?? startMs) : endOf(sentences, startMs);
    const within = options.candidates.filter(({ sentenceIndex }) => sentenceIndex >= from && sentenceIndex < to);
    const count = Math.min(MAX_ITEMS, Math.ceil(within.length / SENTENCES_AN_ITEM));
    const sentenceIndexes = mostCentral(within, count).sort((a, b) => a - b);
    return { title, startMs, durationMs: Math.max(0, endMs - startMs), sentenceIndexes };
  });
}

function partsOf(sentences: readonly Sentence[], rarity: Rarity): Part[] {
  if (sentences.length === 0) return [];
  const starts = [
    0,
    ...boundariesOf(
      sentences.map(({ text }) => wordsOf(text)),
      rarity,
    ),
  ];
  return starts.map((from, index) => ({ from, to: starts[index + 1] ?? sentences.length }));
}

/** Neighbours of one title are one. */
function withoutRepeats(parts: readonly Part[], titles: readonly string[]): (Part & { readonly title: string })[] {
  const merged: (Part & { readonly title: string })[] = [];
  for (const [index, part] of parts.entries()) {
    const title = titles[index] ?? "";
    const last = merged.at(-1);
    if (last?.title === title) merged[merged.length - 1] = { ...last, to: part.to };
    else merged.push({ ...part, title });
  }
  return merged;
}

function endOf(sentences: readonly Sentence[], startMs: number): number {
  return sentences.reduce((end, sentence) => Math.max(end, sentence.startMs, sentence.endMs), startMs);
}
