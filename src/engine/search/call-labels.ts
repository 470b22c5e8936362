import type { Affiliation } from "../../calls/affiliation.ts";
import type { Call } from "../../calls/call.ts";
import type { CallAnalysis } from "../../calls/call-analysis.ts";
import type { Transcript } from "../../calls/transcript.ts";

/** The short texts of a call that hits are shown with; the transcript's text is kept elsewhere. */
export interface CallLabels {
  readonly title: string;
  readonly parties: readonly PartyLabel[];
  readonly topics: readonly string[];
  /** In the order of the transcript's speakers. */
  readonly voices: readonly VoiceLabel[];
}

export interface PartyLabel {
  readonly name?: string | undefined;
  readonly emailAddress?: string | undefined;
}

export interface VoiceLabel {
  /** Absent when the voice is not surely one named party's. */
  readonly name?: string | undefined;
  readonly affiliation: Affiliation;
}

export function labelsOf(
  call: Call,
  transcript: Transcript | undefined,
  analysis: CallAnalysis | undefined,
): CallLabels {
  const partyOf = new Map(call.parties.map((party) => [party.id, party]));
  const voices = (transcript?.speakers ?? []).map(({ partyId, affiliation }): VoiceLabel => {
    const party = partyId && partyOf.get(partyId);
    return { name: party && (party.name ?? party.emailAddress), affiliation };
  });
  return {
    title: call.title ?? "",
    parties: call.parties.map(({ name, emailAddress }) => ({ name, emailAddress })),
    topics: (analysis?.topics ?? []).map((topic) => topic.name),
    voices,
  };
}
