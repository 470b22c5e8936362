import type { FoundMatch } from "../gong-api/call-finding.ts";
import type { SpokenSentence } from "../gong-api/call-record.ts";
import { parseCallRecord } from "../gong-api/parse/parse-call-record.ts";
import type { CallTranscript } from "../gong-api/schemas/get-call-transcripts.ts";
import type { DetailedCall } from "../gong-api/schemas/list-calls-extensive.ts";
import type { TextMatching } from "./text-matching.ts";

export const MATCHES_PER_CALL = 10;

/**
 * Where in a call the keywords are: sentences in the order they were said, then title, parties and topics.
 * @returns `undefined` where the call does not have the keywords it must have
 */
export function findKeywords(
  call: DetailedCall,
  transcript: CallTranscript | undefined,
  { keywords, match }: { readonly keywords: readonly string[]; readonly match: "all" | "any" },
  matching: TextMatching,
): FoundMatch[] | undefined {
  const sentences = parseCallRecord({ call, transcript }).transcript?.sentences ?? [];
  const found = keywords.map((keyword) => placesOf(keyword, call, sentences, matching));
  const hits = found.filter((places) => places.length > 0);
  if (match === "all" ? hits.length < keywords.length : hits.length === 0) return undefined;
  return [...oncePerPlace(found)].sort((a, b) => (a.start ?? Infinity) - (b.start ?? Infinity));
}

function placesOf(
  keyword: string,
  call: DetailedCall,
  sentences: readonly SpokenSentence[],
  matching: TextMatching,
): FoundMatch[] {
  const said = sentences
    .filter(({ text }) => matching.hasPhrase(text, keyword))
    .map(({ text, start, speakerName, affiliation }) => ({
      keyword,
      where: "transcript" as const,
      text,
      start,
      speakerName,
      affiliation,
    }));
  return [
    ...said,
    ...labelsOf(call)
      .filter(({ text }) => matching.hasPhrase(text, keyword))
      .map((label) => ({ ...label, keyword })),
  ];
}

function labelsOf({ metaData, parties = [], content }: DetailedCall): FoundMatch[] {
  const label = (where: FoundMatch["where"], text: string): FoundMatch => {
    return { keyword: "", where, text, start: null, speakerName: null, affiliation: null };
  };
  const people = parties.flatMap(({ name, emailAddress }) => [name, emailAddress].filter((text) => text !== null));
  return [
    ...(metaData.title ? [label("title", metaData.title)] : []),
    ...people.map((text) => label("party", text)),
    ...(content?.topics ?? []).map(({ name }) => label("topic", name)),
  ];
}

/** First one place for each keyword, then more of them; a place that several keywords are in, once. */
function oncePerPlace(found: readonly (readonly FoundMatch[])[]): Set<FoundMatch> {
  const chosen = new Map<string, FoundMatch>();
  for (const place of [...found.flatMap((places) => places.slice(0, 1)), ...found.flat()]) {
    const id = `${place.where} ${place.start ?? ""} ${place.text}`;
    if (!chosen.has(id) && chosen.size < MATCHES_PER_CALL) chosen.set(id, place);
  }
  return new Set(chosen.values());
}
