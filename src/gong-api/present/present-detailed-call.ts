import type { CallAnalysis } from "../../calls/call-analysis.ts";
import type { CallOutcome } from "../../calls/call-outcome.ts";
import type { Call } from "../../calls/call.ts";
import { givenContexts, type LinkedContexts, type LinkedCrmObject } from "../../calls/crm/crm-context.ts";
import type { Party } from "../../calls/party.ts";
import type { CallTracker } from "../../calls/tracker.ts";
import type { QuotedTranscript, Speaker } from "../../calls/transcript.ts";
import type { MediaData } from "../call-data.ts";
import type {
  ContentSelector,
  ContextTiming,
  DetailedCall,
  DetailedParty,
  TimedContext,
} from "../schemas/list-calls-extensive.ts";
import { presentOutcomeOfCall } from "./present-call-outcome.ts";
import { presentCallBasicData, type WireView } from "./present-call-basic-data.ts";
import { presentCallTrackers } from "./present-tracker.ts";
import { presentBrief, presentQuestions, presentStats, presentTopics } from "./present-call-data.ts";
import { type GeneratedContent, presentGenerated, presentStructure } from "./present-content.ts";
import { toSeconds } from "./seconds.ts";

/** What is known of a call beyond its record, each only as far as the selection needs it. */
export interface DetailedCallParts {
  readonly speakers?: readonly Speaker[] | undefined;
  readonly analysis?: CallAnalysis | undefined;
  readonly transcript?: QuotedTranscript | undefined;
  /** Absent while none was looked for. */
  readonly trackers?: readonly CallTracker[] | undefined;
  readonly media?: MediaData | undefined;
  readonly outcome?: CallOutcome | undefined;
  /** Where a CRM sends its objects; without it, what was given at upload is shown. */
  readonly links?: LinkedContexts | undefined;
}

/** A call with exactly the blocks that were asked for. Gong: a block that was not, or is not computed yet, is absent. */
export function presentDetailedCall(
  call: Call,
  selector: ContentSelector,
  parts: DetailedCallParts,
  view: WireView,
): DetailedCall {
  const { exposedFields } = selector;
  const { speakers = [], media, links = givenContexts(call) } = parts;
  return {
    metaData: presentCallBasicData(call, view),
    ...(asksForContext(selector) && { context: presentContext(links.ofCall, selector) }),
    ...(exposedFields?.parties && { parties: presentParties(call, speakers, links, selector) }),
    ...block("content", presentContent(call, exposedFields?.content ?? {}, parts)),
    ...block("interaction", presentInteraction(call, exposedFields?.interaction ?? {}, parts)),
    ...(exposedFields?.collaboration?.publicComments && { collaboration: { publicComments: [] as const } }),
    ...(exposedFields?.media && media && block("media", presentMedia(media))),
  };
}

/** A block none of whose members is there is not there either. */
function block<Name extends string, Block extends object>(name: Name, members: Block): { [name in Name]?: Block } {
  return Object.keys(members).length === 0 ? {} : ({ [name]: members } as { [name in Name]?: Block }); // a computed name widens
}

type ContentFlags = NonNullable<NonNullable<ContentSelector["exposedFields"]>["content"]>;
type InteractionFlags = NonNullable<NonNullable<ContentSelector["exposedFields"]>["interaction"]>;

function presentContent(
  call: Call,
  flags: ContentFlags,
  parts: DetailedCallParts,
): NonNullable<DetailedCall["content"]> {
  const { analysis, transcript, outcome, trackers } = parts;
  const hasOccurrences = flags.trackerOccurrences === true;
  return {
    ...(flags.callOutcome && outcome && { callOutcome: presentOutcomeOfCall(outcome) }),
    ...(flags.trackers && trackers && { trackers: presentCallTrackers(trackers, { hasOccurrences }) }),
    ...(flags.topics && analysis && { topics: presentTopics(analysis) }),
    ...(flags.brief && analysis && transcript && { brief: presentBrief(analysis, transcript) }),
    ...(flags.structure && analysis?.outline && { structure: presentStructure(analysis.outline) }),
    ...(analysis && transcript && generatedBlocks(presentGenerated(call, analysis, transcript), flags)),
  };
}

function generatedBlocks(generated: GeneratedContent, flags: ContentFlags): GeneratedContent {
  const { outline, highlights, keyPoints } = generated;
  return {
    ...(flags.outline && outline && { outline }),
    ...(flags.highlights && highlights && { highlights }),
    ...(flags.keyPoints && keyPoints && { keyPoints }),
  };
}

function presentInteraction(
  call: Call,
  flags: InteractionFlags,
  { analysis }: DetailedCallParts,
): NonNullable<DetailedCall["interaction"]> {
  if (!analysis) return {};
  return {
    ...(flags.speakers && { speakers: presentSpeakers(call, analysis) }),
    ...(flags.personInteractionStats && { interactionStats: presentStats(analysis.interactionStats) }),
    ...(flags.questions && { questions: presentQuestions(analysis) }),
  };
}

/** Gong: `id` is the party's; a voice that is no party's own is a party of its own, under the voice's id. */
function presentSpeakers(call: Call, analysis: CallAnalysis) {
  const partyOf = new Map(call.parties.map((party) => [party.speakerId, party]));
  return analysis.talkTimes.map(({ speakerId, talkTimeMs }) => {
    const party = partyOf.get(speakerId);
    return { id: party?.id ?? speakerId, userId: party?.userId ?? null, talkTime: toSeconds(talkTimeMs) };
  });
}

/**
 * Everybody on the list, and after them each voice that could not be given to one of them: a transcript's `speakerId` is always
 * some party's. Gong: it calls such parties "Phone Caller #4".
 */
function presentParties(
  call: Call,
  speakers: readonly Speaker[],
  links: LinkedContexts,
  selector: ContentSelector,
): DetailedParty[] {
  const known = new Set(call.parties.map((party) => party.speakerId));
  const strangers = speakers.filter((speaker) => !known.has(speaker.id));
  return [
    ...call.parties.map((party) => presentParty(party, links.ofParty.get(party.id) ?? [], selector)),
    ...strangers.map((speaker, index) => presentStranger(speaker, index + 1, selector)),
  ];
}

function presentParty(party: Party, links: readonly LinkedCrmObject[], selector: ContentSelector): DetailedParty {
  return {
    id: party.id,
    emailAddress: party.emailAddress ?? null,
    name: party.name ?? null,
    title: null,
    userId: party.userId ?? null,
    speakerId: party.speakerId ?? null,
    ...(asksForContext(selector) && { context: presentContext(links, selector) }),
    affiliation: party.affiliation,
    phoneNumber: party.phoneNumber ?? null,
    methods: ["Attendee"],
  };
}

function presentStranger(speaker: Speaker, number: number, selector: ContentSelector): DetailedParty {
  return {
    id: speaker.id,
    emailAddress: null,
    name: `Speaker #${number}`,
    title: null,
    userId: null,
    speakerId: speaker.id,
    ...(asksForContext(selector) && { context: [] }),
    affiliation: speaker.affiliation,
    phoneNumber: null,
    methods: ["Attendee"],
  };
}

function asksForContext(selector: ContentSelector): boolean {
  return selector.context === "Basic" || selector.context === "Extended";
}

function presentContext(links: readonly LinkedCrmObject[], selector: ContentSelector): TimedContext[] {
  const isExtended = selector.context === "Extended";
  const timings: readonly ContextTiming[] = selector.contextTiming?.length ? selector.contextTiming : ["Now"];
  return [...Map.groupBy(links, ({ system }) => system)].map(([system, objects]) => ({
    system,
    objects: timings.flatMap((timing) =>
      objects.map(({ objectType, objectId, now, timeOfCall }) => ({
        objectType,
        objectId,
        fields: isExtended ? presentFields(timing === "Now" ? now : timeOfCall) : [],
        timing,
      })),
    ),
  }));
}

function presentFields(fields: LinkedCrmObject["now"]) {
  return fields.map(({ name, value }) => ({ name, value: value ?? null }));
}

function presentMedia({ audioUrl, videoUrl }: MediaData): NonNullable<DetailedCall["media"]> {
  return { ...(audioUrl !== null && { audioUrl }), ...(videoUrl !== null && { videoUrl }) };
}
