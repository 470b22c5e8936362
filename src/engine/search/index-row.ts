import type { Call } from "../../calls/call.ts";
import type { CallAnalysis } from "../../calls/call-analysis.ts";
import type { Transcript } from "../../calls/transcript.ts";
import { BORDER, facetsOf } from "./facets.ts";
import { makeTokenizer } from "./normalise.ts";

/** The tokens of a call, by column of the full-text index. */
export interface IndexRow {
  readonly title: string;
  readonly body: string;
  readonly party: string;
  readonly topic: string;
  readonly facet: string;
}

export function indexRowOf(
  call: Call,
  transcript: Transcript | undefined,
  analysis: CallAnalysis | undefined,
): IndexRow {
  return {
    title: joined([call.title]),
    body: joined((transcript?.sentences ?? []).map((sentence) => sentence.text)),
    party: joined(call.parties.flatMap((party) => [party.name, party.emailAddress])),
    topic: joined((analysis?.topics ?? []).map((topic) => topic.name)),
    facet: facetsOf(call).join(" "),
  };
}

/** A border between the texts keeps a phrase from beginning in one and ending in the next. */
function joined(texts: readonly (string | undefined)[]): string {
  const tokens = makeTokenizer();
  return texts.map((text) => tokens(text ?? "").join(" ")).join(` ${BORDER} `);
}
