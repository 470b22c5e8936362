import type { Affiliation } from "./affiliation.ts";
import type { SpeakersTimeline } from "./call.ts";
import type { IdSource, SpeakerId } from "./ids.ts";
import type { Party } from "./party.ts";
import { splitByTimeline } from "./split-by-timeline.ts";
import type { Sentence, Speaker, SpeakerSource, Transcript, TranscriptProvenance } from "./transcript.ts";

/** A sentence nobody has been found for yet. */
export type HeardSentence = Omit<Sentence, "speakerId">;

/** What was heard on one channel of the recording. */
export interface HeardChannel {
  readonly channel: number;
  readonly sentences: readonly HeardSentence[];
}

export interface SpeakerAssignment {
  readonly channels: readonly HeardChannel[];
  readonly parties: readonly Party[];
  /** Whether the channels are two sides; false for mono and for the same sound on both channels. */
  readonly isTwoSided: boolean;
  readonly speakersTimeline?: SpeakersTimeline | undefined;
  readonly provenance: TranscriptProvenance;
  readonly newId: IdSource;
}

/** A voice before it has an id; one object a voice. */
interface Voice {
  readonly party?: Party | undefined;
  readonly affiliation: Affiliation;
  readonly source: SpeakerSource;
}

interface VoicedSentence {
  readonly sentence: HeardSentence;
  readonly voice: Voice;
}

/**
 * Finds the person behind each sentence, and says honestly where that cannot be known. On a two-sided recording the media channel
 * decides; several parties on one channel are told apart by the speakers timeline alone, as is everybody on a single sound.
 */
export function assignSpeakers(assignment: SpeakerAssignment): Transcript {
  const voiceOf = voicesByParty();
  const voiced = assignment.isTwoSided
    ? assignment.channels.flatMap((heard) => voiceChannel(heard, assignment, voiceOf))
    : voiceSingleSound(assignment, voiceOf);
  const sorted = voiced.sort((a, b) => a.sentence.startMs - b.sentence.startMs || a.sentence.endMs - b.sentence.endMs);
  return numbered(sorted, assignment);
}

type VoiceOf = (party: Party, source: SpeakerSource) => Voice;

/** A party has one voice, on whatever ground each of its sentences was given to it; the first ground is the one shown. */
function voicesByParty(): VoiceOf {
  const voices = new Map<Party, Voice>();
  return (party, source) => {
    const voice = voices.get(party) ?? { party, affiliation: party.affiliation, source };
    voices.set(party, voice);
    return voice;
  };
}

function voiceSingleSound(
  { channels, parties, speakersTimeline }: SpeakerAssignment,
  voiceOf: VoiceOf,
): VoicedSentence[] {
  const everybody: Voice = { affiliation: "Unknown", source: "unseparated" };
  const sentences = channels.flatMap((heard) => heard.sentences);
  return voiceByTimeline(sentences, parties, speakersTimeline, everybody, voiceOf);
}

function voiceChannel(
  { channel, sentences }: HeardChannel,
  { parties, speakersTimeline }: SpeakerAssignment,
  voiceOf: VoiceOf,
): VoicedSentence[] {
  const candidates = candidatesOn(channel, parties);
  const [only] = candidates.parties;
  if (only && candidates.parties.length === 1 && candidates.isSure) {
    const voice = voiceOf(only, "channel");
    return sentences.map((sentence) => ({ sentence, voice }));
  }
  const affiliation = candidates.isSure ? commonAffiliation(candidates.parties) : "Unknown";
  const somebody: Voice = { affiliation, source: "channel-side" };
  return voiceByTimeline(sentences, candidates.parties, speakersTimeline, somebody, voiceOf);
}

/**
 * Who may be on a channel. A channel that nobody named belongs to the one party left over, if the other channel is taken; with more
 * of them, or none, they may be anywhere.
 */
export function candidatesOn(
  channel: number,
  parties: readonly Party[],
): { readonly parties: readonly Party[]; readonly isSure: boolean } {
  const named = parties.filter((party) => party.mediaChannelId === channel);
  if (named.length > 0) return { parties: named, isSure: true };
  const unplaced = parties.filter((party) => party.mediaChannelId === undefined);
  const isOtherTaken = unplaced.length < parties.length;
  return { parties: unplaced, isSure: isOtherTaken && unplaced.length === 1 };
}

export function commonAffiliation(parties: readonly Party[]): Affiliation {
  const [first] = parties;
  return first && parties.every((party) => party.affiliation === first.affiliation) ? first.affiliation : "Unknown";
}

function voiceByTimeline(
  sentences: readonly HeardSentence[],
  candidates: readonly Party[],
  timeline: SpeakersTimeline | undefined,
  otherwise: Voice,
  voiceOf: VoiceOf,
): VoicedSentence[] {
  if (!timeline) return sentences.map((sentence) => ({ sentence, voice: otherwise }));
  return sentences
    .flatMap((sentence) => splitByTimeline(sentence, timeline, candidates))
    .map(({ sentence, party }) => ({ sentence, voice: party ? voiceOf(party, "timeline") : otherwise }));
}

/** Gives out speaker ids in the order in which the voices are first heard. */
function numbered(voiced: readonly VoicedSentence[], { provenance, newId }: SpeakerAssignment): Transcript {
  const speakers = new Map<Voice, Speaker>();
  const sentences = voiced.map(({ sentence, voice }): Sentence => {
    const { affiliation, source, party } = voice;
    const known = speakers.get(voice);
    const speaker = known ?? { id: newId<SpeakerId>(), partyId: party?.id, affiliation, source };
    if (!known) speakers.set(voice, speaker);
    return { ...sentence, speakerId: speaker.id };
  });
  return { speakers: [...speakers.values()], sentences, provenance };
}
