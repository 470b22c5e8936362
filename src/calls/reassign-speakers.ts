import { candidatesOn, commonAffiliation } from "./assign-speakers.ts";
import type { PartyId, SpeakerId } from "./ids.ts";
import type { MediaChannelId, Party } from "./party.ts";
import type { Speaker } from "./transcript.ts";

export interface SpeakerReassignment {
  readonly speakers: readonly Speaker[];
  /** The call's list as it was when the voices were given to it, and as it is now. */
  readonly before: readonly Party[];
  readonly after: readonly Party[];
  /** Whose voices some of them are, as a person says; undefined: nobody's on the list. */
  readonly stated: ReadonlyMap<SpeakerId, PartyId | undefined>;
}

/**
 * The voices of a transcript after its call's parties were changed: each is whose it would be had the call been added like that. What a
 * person said of a voice stays until its party leaves the list.
 */
export function reassignSpeakers({ speakers, before, after, stated }: SpeakerReassignment): Speaker[] {
  return speakers.map((speaker) => {
    if (stated.has(speaker.id)) return ofParty(speaker, "stated", after, stated.get(speaker.id));
    const channel = channelOf(speaker, before);
    if (channel !== undefined) return onChannel(speaker, channel, after);
    // A voice that was nobody's before has nothing that the list could change.
    return speaker.partyId === undefined ? speaker : ofParty(speaker, speaker.source, after, speaker.partyId);
  });
}

function ofParty(
  { id }: Speaker,
  source: Speaker["source"],
  parties: readonly Party[],
  partyId: PartyId | undefined,
): Speaker {
  const party = parties.find((candidate) => candidate.id === partyId);
  return { id, partyId: party?.id, affiliation: party?.affiliation ?? "Unknown", source };
}

function onChannel({ id }: Speaker, channel: MediaChannelId, parties: readonly Party[]): Speaker {
  const candidates = candidatesOn(channel, parties);
  const [only, ...others] = candidates.parties;
  if (only && others.length === 0 && candidates.isSure) {
    return { id, partyId: only.id, affiliation: only.affiliation, source: "channel" };
  }
  const affiliation = candidates.isSure ? commonAffiliation(candidates.parties) : "Unknown";
  return { id, affiliation, source: "channel-side" };
}

/** The channel that a voice was heard on, as far as the parties that it was given to tell. */
function channelOf({ partyId, source }: Speaker, parties: readonly Party[]): MediaChannelId | undefined {
  if (source === "channel") {
    const party = parties.find(({ id }) => id === partyId);
    return (
      party?.mediaChannelId ?? otherThan(parties.find((other) => other.mediaChannelId !== undefined)?.mediaChannelId)
    );
  }
  if (source !== "channel-side") return undefined;
  // Where the other channel has one party's voice, this one has the channel that several share.
  const shared = ([0, 1] as const).filter((channel) => hasOneVoice(channel === 0 ? 1 : 0, parties));
  return shared.length === 1 ? shared[0] : undefined;
}

function hasOneVoice(channel: MediaChannelId, parties: readonly Party[]): boolean {
  const candidates = candidatesOn(channel, parties);
  return candidates.isSure && candidates.parties.length === 1;
}

function otherThan(channel: MediaChannelId | undefined): MediaChannelId | undefined {
  if (channel === undefined) return undefined;
  return channel === 0 ? 1 : 0;
}
