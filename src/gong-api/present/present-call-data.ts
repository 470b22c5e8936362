import type { CallAnalysis, InteractionStats } from "../../calls/call-analysis.ts";
import { type Call, callDurationMs } from "../../calls/call.ts";
import { givenContexts, type LinkedContexts, type LinkedCrmObject } from "../../calls/crm/crm-context.ts";
import type { Party } from "../../calls/party.ts";
import { formatZonedTime } from "../../calls/time.ts";
import type { CallTracker } from "../../calls/tracker.ts";
import type { QuotedTranscript, Transcript } from "../../calls/transcript.ts";
import type {
  CallData,
  CallMetaData,
  ContentData,
  ContextData,
  InteractionData,
  MediaData,
  PartyData,
} from "../call-data.ts";
import { presentGenerated } from "./present-content.ts";
import { presentCallTrackers } from "./present-tracker.ts";
import { toSeconds, toWholeSeconds } from "./seconds.ts";

export interface CallDataParts {
  readonly context: "None" | "Basic" | "Extended";
  /** Where a CRM sends its objects; without it, what was given at upload is shown. */
  readonly links?: LinkedContexts | undefined;
  /** Both, for the content and interaction blocks; without them the blocks are absent. */
  readonly analysis?: CallAnalysis | undefined;
  readonly transcript?: Transcript | undefined;
  readonly trackers?: readonly CallTracker[] | undefined;
  readonly media?: MediaData | undefined;
}

/** A call as Gong's `POST /v2/calls/extensive` shapes it: milliseconds become seconds. */
export function presentCallData(call: Call, parts: CallDataParts): CallData {
  const { context, links = givenContexts(call), analysis, transcript, media } = parts;
  return {
    metaData: presentMetaData(call),
    parties: call.parties.map((party) => presentParty(party, context, links)),
    ...(context === "None" ? {} : { context: presentContext(links.ofCall, context) }),
    ...(analysis && transcript ? { content: presentContent(call, analysis, transcript, parts.trackers) } : {}),
    ...(analysis && transcript ? { interaction: presentInteraction(call, analysis) } : {}),
    ...(media ? { media } : {}),
  };
}

export function presentMetaData(call: Call): CallMetaData {
  const durationMs = callDurationMs(call);
  return {
    id: call.id,
    title: call.title ?? null,
    scheduled: call.scheduledStart ? formatZonedTime(call.scheduledStart) : null,
    started: formatZonedTime(call.actualStart),
    duration: durationMs === undefined ? null : toWholeSeconds(durationMs),
    primaryUserId: call.primaryUserId,
    direction: call.direction,
    system: call.callProviderCode ?? null,
    scope: scopeOf(call.parties),
    media: call.media?.hasVideo ? "Video" : "Audio",
    language: call.languageCode ?? null,
    workspaceId: call.workspaceId,
    sdrDisposition: call.disposition ?? null,
    clientUniqueId: call.clientUniqueId,
    customData: call.customData ?? null,
    purpose: call.purpose ?? null,
    meetingUrl: call.meetingUrl ?? null,
  };
}

/** Gong: Internal when all are from the company, External when some are not, Unknown when that cannot be said. */
function scopeOf(parties: readonly Party[]): CallMetaData["scope"] {
  if (parties.some((party) => party.affiliation === "External")) return "External";
  return parties.every((party) => party.affiliation === "Internal") ? "Internal" : "Unknown";
}

function presentParty(party: Party, context: CallDataParts["context"], links: LinkedContexts): PartyData {
  const ofParty = links.ofParty.get(party.id) ?? [];
  return {
    id: party.id,
    emailAddress: party.emailAddress ?? null,
    name: party.name ?? null,
    userId: party.userId ?? null,
    speakerId: party.speakerId ?? null,
    affiliation: party.affiliation,
    phoneNumber: party.phoneNumber ?? null,
    ...(context === "None" || ofParty.length === 0 ? {} : { context: presentContext(ofParty, context) }),
  };
}

/** As things are now. */
function presentContext(links: readonly LinkedCrmObject[], level: "Basic" | "Extended"): ContextData[] {
  return [...Map.groupBy(links, ({ system }) => system)].map(([system, objects]) => ({
    system,
    objects: objects.map(({ objectType, objectId, now }) => ({
      objectType,
      objectId,
      ...(level === "Extended" ? { fields: now } : {}),
    })),
  }));
}

function presentContent(
  call: Call,
  analysis: CallAnalysis,
  transcript: Transcript,
  trackers: readonly CallTracker[] | undefined,
): ContentData {
  return {
    ...(trackers && { trackers: presentCallTrackers(trackers, { hasOccurrences: true }) }),
    topics: presentTopics(analysis),
    brief: presentBrief(analysis, transcript),
    ...presentGenerated(call, analysis, transcript),
  };
}

export function presentTopics(analysis: CallAnalysis): ContentData["topics"] {
  return analysis.topics.map(({ name, durationMs }) => ({ name, duration: toWholeSeconds(durationMs) }));
}

export function presentBrief(analysis: CallAnalysis, transcript: QuotedTranscript): string {
  return analysis.brief.flatMap((position) => transcript.sentences[position]?.text ?? []).join(" ");
}

function presentInteraction(call: Call, analysis: CallAnalysis): InteractionData {
  const userOf = new Map(call.parties.map((party) => [party.speakerId, party.userId]));
  return {
    speakers: analysis.talkTimes.map(({ speakerId, talkTimeMs }) => ({
      id: speakerId,
      userId: userOf.get(speakerId) ?? null,
      talkTime: toSeconds(talkTimeMs),
    })),
    interactionStats: presentStats(analysis.interactionStats),
    questions: presentQuestions(analysis),
  };
}

export function presentQuestions(analysis: CallAnalysis): InteractionData["questions"] {
  const asked = (side: string) => analysis.questions.filter((question) => question.side === side).length;
  return { companyCount: asked("company"), nonCompanyCount: asked("nonCompany") };
}

/** Under Gong's names; a statistic that cannot be said of this call is left out. */
export function presentStats(stats: InteractionStats): { name: string; value: number }[] {
  const inSeconds = (ms: number | null) => (ms === null ? null : toSeconds(ms));
  const named: [string, number | null][] = [
    ["Talk Ratio", stats.talkRatio],
    ["Longest Monologue", inSeconds(stats.longestMonologueMs)],
    ["Longest Customer Story", inSeconds(stats.longestCustomerStoryMs)],
    ["Interactivity", stats.interactivity],
    ["Patience", inSeconds(stats.patienceMs)],
    ["Question Rate", stats.questionRate],
  ];
  return named.flatMap(([name, value]) => (value === null ? [] : [{ name, value: Math.round(value * 1000) / 1000 }]));
}
