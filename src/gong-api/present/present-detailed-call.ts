import type { CallAnalysis } from "../../calls/call-analysis.ts";
import type { Call } from "../../calls/call.ts";
import type { CrmContext } from "../../calls/crm-context.ts";
import type { Party } from "../../calls/party.ts";
import type { Speaker, Transcript } from "../../calls/transcript.ts";
import type { MediaData } from "../call-data.ts";
import type {
  ContentSelector,
  ContextTiming,
  DetailedCall,
  DetailedParty,
  TimedContext,
} from "../schemas/list-calls-extensive.ts";
import { presentCallBasicData, type WireView } from "./present-call-basic-data.ts";
import { presentBrief, presentQuestions, presentStats, presentTopics, toSeconds } from "./present-call-data.ts";

/** What is known of a call beyond its record, each only as far as the selection needs it. */
export interface DetailedCallParts {
  readonly speakers?: readonly Speaker[] | undefined;
  readonly analysis?: CallAnalysis | undefined;
  readonly transcript?: Transcript | undefined;
  readonly media?: MediaData | undefined;
}

/** A call with exactly the blocks that were asked for. Gong: a block that was not, or is not computed yet, is absent. */
export function presentDetailedCall(
  call: Call,
  selector: ContentSelector,
  parts: DetailedCallParts,
  view: WireView,
): DetailedCall {
  const { exposedFields } = selector;
  const { speakers = [], media } = parts;
  return {
    metaData: presentCallBasicData(call, view),
    ...(asksForContext(selector) && { context: presentContext(call.context, selector) }),
    ...(exposedFields?.parties && { parties: presentParties(call, speakers, selector) }),
    ...block("content", presentContent(exposedFields?.content ?? {}, parts)),
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

function presentContent(flags: ContentFlags, parts: DetailedCallParts): NonNullable<DetailedCall["content"]> {
  const { analysis, transcript } = parts;
  return {
    // No tracker is defined here, so none was looked for.
    ...(flags.trackers && { trackers: [] as const }),
    ...(flags.topics && analysis && { topics: presentTopics(analysis) }),
    ...(flags.brief && analysis && transcript && { brief: presentBrief(analysis, transcript) }),
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
function presentParties(call: Call, speakers: readonly Speaker[], selector: ContentSelector): DetailedParty[] {
  const known = new Set(call.parties.map((party) => party.speakerId));
  const strangers = speakers.filter((speaker) => !known.has(speaker.id));
  return [
    ...call.parties.map((party) => presentParty(party, selector)),
    ...strangers.map((speaker, index) => presentStranger(speaker, index + 1, selector)),
  ];
}

function presentParty(party: Party, selector: ContentSelector): DetailedParty {
  return {
    id: party.id,
    emailAddress: party.emailAddress ?? null,
    name: party.name ?? null,
    title: null,
    userId: party.userId ?? null,
    speakerId: party.speakerId ?? null,
    ...(asksForContext(selector) && { context: presentContext(party.context, selector) }),
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

/** What was given at upload is all that is known, of now and of the time of the call alike. */
function presentContext(context: readonly CrmContext[], selector: ContentSelector): TimedContext[] {
  const isExtended = selector.context === "Extended";
  const timings: readonly ContextTiming[] = selector.contextTiming?.length ? selector.contextTiming : ["Now"];
  return context.map(({ system, objects }) => ({
    system,
    objects: timings.flatMap((timing) =>
      objects.map(({ objectType, objectId, fields }) => ({
        objectType,
        objectId,
        fields: isExtended ? fields.map(({ name, value }) => ({ name, value: value ?? null })) : [],
        timing,
      })),
    ),
  }));
}

function presentMedia({ audioUrl, videoUrl }: MediaData): NonNullable<DetailedCall["media"]> {
  return { ...(audioUrl !== null && { audioUrl }), ...(videoUrl !== null && { videoUrl }) };
}
