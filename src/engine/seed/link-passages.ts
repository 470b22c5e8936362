import type { SpokenTurn, Voice } from "./dialogue.ts";
import type { Random } from "./random.ts";

/** Turns about one subject; a new subject comes after a breath. */
export type Passage = readonly SpokenTurn[];

const repLinks = [
  "I see.",
  "Okay, understood.",
  "That's good to know.",
  "Got it, thank you.",
  "Okay, that makes sense.",
];
const customerLinks = ["Okay.", "Makes sense.", "All right.", "Good.", "Fine."];
const LINK_SHARE = 0.4;

/**
 * Where one side would end a subject and begin the next, the other says something first, as people do; and some new subjects begin
 * with a word about the last one.
 */
export function linkPassages(passages: readonly Passage[], random: Random): Passage[] {
  return passages.map((passage, index) => {
    const [last, first] = [passages[index - 1]?.at(-1), passage[0]];
    if (!last || !first) return passage;
    const isSameSide = isCompany(last.voice) === isCompany(first.voice);
    if (isSameSide) return [link(isCompany(first.voice) ? "C" : "R", random), ...passage];
    const isGoodbye = index === passages.length - 1;
    if (isGoodbye || !isCompany(first.voice) || !random.chance(LINK_SHARE)) return passage;
    return [{ ...first, sentences: [random.pick(repLinks), ...first.sentences] }, ...passage.slice(1)];
  });
}

function link(voice: Voice, random: Random): SpokenTurn {
  return { voice, sentences: [random.pick(isCompany(voice) ? repLinks : customerLinks)] };
}

function isCompany(voice: Voice): boolean {
  return voice === "R" || voice === "S";
}
