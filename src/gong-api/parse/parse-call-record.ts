import type { CallData, CallMetaData, ContentData, ContextData, InteractionData, PartyData } from "../call-data.ts";
import type { CallRecord, SpokenSentence, TranscriptRecord } from "../call-record.ts";
import type { CallTranscript } from "../schemas/get-call-transcripts.ts";
import type { DetailedCall, DetailedParty, TimedContext } from "../schemas/list-calls-extensive.ts";
import type { UserMetadata } from "../user-metadata.ts";
import { parseGeneratedContent } from "./parse-generated-content.ts";

/** What Gong spreads over several answers about one call. */
export interface CallAnswers {
  readonly call: DetailedCall;
  /** Where it was asked for. */
  readonly transcript?: CallTranscript | undefined;
  /** Those that are known, the call's host among them. */
  readonly users?: readonly UserMetadata[] | undefined;
}

/** Gong says neither what made a transcript nor in which version. */
const gongsTranscriber = { engine: "Gong", model: "", version: "" };

/** Gong: a call shows once it has been processed, so each one that shows is. */
const processed: CallRecord["processing"] = {
  status: "Completed",
  stage: null,
  progress: null,
  timesRealTime: null,
  failure: null,
  warnings: [],
};

/** One call out of Gong's answers, with names joined to ids. Milliseconds of the transcript become seconds. */
export function parseCallRecord({ call, transcript, users = [] }: CallAnswers): CallRecord {
  const data = parseDetailedCall(call);
  return {
    data,
    ...(call.metaData.url && { url: call.metaData.url }),
    primaryUser: findPrimaryUser(data, users),
    processing: processed,
    ...(transcript && { transcript: parseTranscript(transcript, data.parties) }),
  };
}

/** Gong: a block that was not asked for, or is not computed yet, is absent; so is any member of it. */
function parseDetailedCall({ metaData, context, parties = [], content, interaction, media }: DetailedCall): CallData {
  const isAnalysed = content !== undefined || interaction !== undefined;
  return {
    metaData: parseMetaData(metaData),
    ...(context && { context: parseContext(context) }),
    parties: parties.map(parseParty),
    ...(isAnalysed && { content: parseContent(content) }),
    ...(isAnalysed && { interaction: parseInteraction(interaction, parties) }),
    ...(media && { media: { audioUrl: media.audioUrl ?? null, videoUrl: media.videoUrl ?? null } }),
  };
}

/** Gong: a nullable member may also be missing. */
function parseMetaData(given: DetailedCall["metaData"]): CallMetaData {
  return {
    id: given.id,
    started: given.started,
    primaryUserId: given.primaryUserId,
    media: given.media,
    workspaceId: given.workspaceId,
    title: given.title ?? null,
    scheduled: given.scheduled ?? null,
    duration: given.duration ?? null,
    direction: given.direction ?? "Unknown",
    system: given.system ?? null,
    scope: given.scope ?? "Unknown",
    language: given.language === "und" ? null : (given.language ?? null),
    sdrDisposition: given.sdrDisposition ?? null,
    clientUniqueId: given.clientUniqueId ?? null,
    customData: given.customData ?? null,
    purpose: given.purpose ?? null,
    meetingUrl: given.meetingUrl ?? null,
  };
}

function parseParty(party: DetailedParty): PartyData {
  return {
    id: party.id,
    emailAddress: party.emailAddress ?? null,
    name: party.name ?? null,
    userId: party.userId ?? null,
    speakerId: party.speakerId ?? null,
    affiliation: party.affiliation ?? "Unknown",
    phoneNumber: party.phoneNumber ?? null,
    ...(party.context && party.context.length > 0 && { context: parseContext(party.context) }),
  };
}

function parseContext(context: readonly TimedContext[]): ContextData[] {
  return context.map(({ system, objects }) => ({
    system,
    objects: objects.map(({ objectType, objectId, fields }) => ({
      objectType,
      objectId,
      ...(fields && fields.length > 0 && { fields }),
    })),
  }));
}

function parseContent(content: DetailedCall["content"]): ContentData {
  const { topics = [], brief = "", trackers } = content ?? {};
  return { ...(trackers && { trackers }), topics, brief, ...parseGeneratedContent(content ?? {}) };
}

/** Gong: a speaker's `id` is the party's here; everywhere else a voice goes by its `speakerId`. */
function parseInteraction(given: DetailedCall["interaction"], parties: readonly DetailedParty[]): InteractionData {
  const voiceOf = new Map(parties.map(({ id, speakerId }) => [id, speakerId]));
  return {
    speakers: (given?.speakers ?? []).map(({ id, userId, talkTime }) => ({
      id: voiceOf.get(id) ?? id,
      userId: userId ?? null,
      talkTime,
    })),
    interactionStats: given?.interactionStats ?? [],
    questions: given?.questions ?? { companyCount: 0, nonCompanyCount: 0 },
  };
}

function findPrimaryUser(data: CallData, users: readonly UserMetadata[]): CallRecord["primaryUser"] {
  const userId = data.metaData.primaryUserId;
  const user = users.find(({ id }) => id === userId);
  const party = data.parties.find((candidate) => candidate.userId === userId);
  const name = [user?.firstName, user?.lastName].filter(Boolean).join(" ");
  return {
    userId,
    name: name === "" ? (party?.name ?? null) : name,
    emailAddress: user?.emailAddress ?? party?.emailAddress ?? null,
  };
}

/** Gong: monologues, and milliseconds; a voice without a party keeps its number alone. */
export function parseTranscript({ transcript }: CallTranscript, parties: readonly PartyData[]): TranscriptRecord {
  const partyOf = new Map(parties.map((party) => [party.speakerId, party]));
  const sentences = transcript.flatMap(({ speakerId, sentences: said }) => {
    const party = speakerId === null ? undefined : partyOf.get(speakerId);
    const voice = {
      speakerName: party?.name ?? party?.emailAddress ?? party?.phoneNumber ?? null,
      speakerId: speakerId ?? "",
      affiliation: party?.affiliation ?? "Unknown",
      speakerSource: "tenant",
      confidence: null,
      isLowConfidence: false,
    } as const;
    return said.map(({ start, end, text }): SpokenSentence => ({
      start: start / 1000,
      end: end / 1000,
      text,
      ...voice,
    }));
  });
  return { provenance: gongsTranscriber, sentences: sentences.sort((a, b) => a.start - b.start) };
}
