import type { Affiliation } from "../../calls/affiliation.ts";
import { type CallAnalysis, type InteractionStats, TENANT_ANALYSIS } from "../../calls/call-analysis.ts";
import { type Call, type Direction, directions } from "../../calls/call.ts";
import type { CrmContext } from "../../calls/crm/crm-context.ts";
import { asId, type PartyId, type SpeakerId, type UserId } from "../../calls/ids.ts";
import type { Party } from "../../calls/party.ts";
import { parseZonedTime } from "../../calls/time.ts";
import type { Sentence, Speaker, Transcript } from "../../calls/transcript.ts";
import type { TenantCall, TenantMonologue } from "../tenant-call.ts";

type TenantParty = NonNullable<TenantCall["parties"]>[number];
type TenantContext = TenantCall["context"];

/** Gong: `speakerId` may be null; such sentences are of one voice that is nobody's. */
const NOBODYS_VOICE = asId<SpeakerId>("0");

/** The call as our own library would have it; what it has no place for stays in what was sent. */
export function callOfTenant({ metaData, parties, context }: TenantCall): Call {
  const actualStart = parseZonedTime(metaData.started);
  if (actualStart === undefined) throw new TypeError(`Call ${metaData.id} started at no time: ${metaData.started}`);
  const scheduledStart = metaData.scheduled ? parseZonedTime(metaData.scheduled) : undefined;
  return {
    id: asId(metaData.id),
    workspaceId: asId(metaData.workspaceId ?? ""),
    clientUniqueId: metaData.clientUniqueId ?? `call-${metaData.id}`,
    title: metaData.title ?? undefined,
    purpose: metaData.purpose ?? undefined,
    actualStart,
    scheduledStart,
    statedDurationMs: inMs(metaData.duration) ?? undefined,
    direction: directionOf(metaData.direction),
    disposition: metaData.sdrDisposition ?? undefined,
    primaryUserId: asId(metaData.primaryUserId ?? ""),
    parties: (parties ?? []).map((party, index) => partyOf(party, `${metaData.id}-${index}`)),
    context: contextOf(context),
    customData: metaData.customData ?? undefined,
    meetingUrl: metaData.meetingUrl ?? undefined,
    callProviderCode: metaData.system ?? undefined,
    createdMs: actualStart.epochMs,
    processing: { status: "Completed", warnings: [] },
  };
}

/** Sentences in the order in which they were sent. Gong has no times of words. */
export function transcriptOfTenant(call: Call, monologues: readonly TenantMonologue[]): Transcript {
  const sentences = monologues.flatMap((monologue) =>
    monologue.sentences.map(({ start, end, text }): Sentence => ({
      speakerId: voiceOf(monologue),
      startMs: Math.round(start),
      endMs: Math.round(end),
      text,
      confidence: null,
      isLowConfidence: false,
      words: [],
    })),
  );
  const ids = [...new Set(sentences.map(({ speakerId }) => speakerId))];
  return {
    speakers: ids.map((id) => speakerOf(call, id)),
    sentences,
    // Gong: it says neither what made a transcript nor in which version.
    provenance: { engine: "Gong", model: "", version: "" },
  };
}

/** What the tenant found out, where our own analysis would be: for statistics and search. Nothing is computed. */
export function analysisOfTenant(
  call: Call,
  { content, interaction }: TenantCall,
  monologues: readonly TenantMonologue[],
): CallAnalysis {
  const speakerOfParty = new Map<string, SpeakerId | undefined>(
    call.parties.map(({ id, speakerId }) => [id, speakerId]),
  );
  const sentencesOf = sentencesByTopic(monologues);
  return {
    version: TENANT_ANALYSIS,
    interactionStats: statsOf(interaction?.interactionStats ?? []),
    talkTimes: (interaction?.speakers ?? []).flatMap(({ id, talkTime }) => {
      const speakerId = id ? (speakerOfParty.get(id) ?? asId<SpeakerId>(id)) : undefined;
      return speakerId === undefined ? [] : [{ speakerId, talkTimeMs: inMs(talkTime) ?? 0 }];
    }),
    questions: [],
    topics: (content?.topics ?? []).flatMap(({ name, duration }) =>
      name ? [{ name, durationMs: inMs(duration) ?? 0, sentenceIndexes: sentencesOf.get(name) ?? [] }] : [],
    ),
    keyphrases: [],
    brief: [],
  };
}

export function voiceOf({ speakerId }: Pick<TenantMonologue, "speakerId">): SpeakerId {
  return speakerId ? asId<SpeakerId>(speakerId) : NOBODYS_VOICE;
}

function directionOf(said: string | null | undefined): Direction {
  return directions.find((direction) => direction === said) ?? "Unknown";
}

function affiliationOf(said: string | null | undefined): Affiliation {
  return said === "Internal" || said === "External" ? said : "Unknown";
}

function partyOf(party: TenantParty, fallbackId: string): Party {
  return {
    id: asId<PartyId>(party.id ?? fallbackId),
    userId: party.userId ? asId<UserId>(party.userId) : undefined,
    name: party.name ?? undefined,
    emailAddress: party.emailAddress ?? undefined,
    phoneNumber: party.phoneNumber ?? undefined,
    affiliation: affiliationOf(party.affiliation),
    context: contextOf(party.context),
    speakerId: party.speakerId ? asId<SpeakerId>(party.speakerId) : undefined,
  };
}

function contextOf(context: TenantContext): readonly CrmContext[] {
  return (context ?? []).map(({ system, objects }) => ({
    system: system ?? "",
    objects: (objects ?? []).map(({ objectType, objectId, fields }) => ({
      objectType: objectType ?? "",
      objectId: objectId ?? "",
      fields: (fields ?? []).map(({ name, value }) => ({ name: name ?? "", value })),
    })),
  }));
}

function speakerOf(call: Call, id: SpeakerId): Speaker {
  const party = call.parties.find(({ speakerId }) => speakerId === id);
  return { id, partyId: party?.id, affiliation: party?.affiliation ?? "Unknown", source: "tenant" };
}

function sentencesByTopic(monologues: readonly TenantMonologue[]): ReadonlyMap<string, readonly number[]> {
  const indexesOf = new Map<string, number[]>();
  let position = 0;
  for (const { topic, sentences } of monologues) {
    if (topic) {
      const indexes = indexesOf.get(topic) ?? [];
      indexes.push(...sentences.map((_, index) => position + index));
      indexesOf.set(topic, indexes);
    }
    position += sentences.length;
  }
  return indexesOf;
}

function statsOf(
  stats: readonly { readonly name?: string | null | undefined; readonly value?: number | null | undefined }[],
): InteractionStats {
  const valueOf = (wanted: string) => stats.find(({ name }) => name === wanted)?.value ?? null;
  return {
    talkRatio: valueOf("Talk Ratio"),
    longestMonologueMs: inMs(valueOf("Longest Monologue")),
    longestCustomerStoryMs: inMs(valueOf("Longest Customer Story")),
    interactivity: valueOf("Interactivity"),
    patienceMs: inMs(valueOf("Patience")),
    questionRate: valueOf("Question Rate"),
  };
}

function inMs(seconds: number | null | undefined): number | null {
  return seconds === null || seconds === undefined ? null : Math.round(seconds * 1000);
}
