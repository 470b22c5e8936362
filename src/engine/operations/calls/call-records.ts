import type { CallAnalysis } from "../../../calls/call-analysis.ts";
import type { Call } from "../../../calls/call.ts";
import type { UserId } from "../../../calls/ids.ts";
import type { User } from "../../../calls/party.ts";
import { formatZonedTime } from "../../../calls/time.ts";
import type { CallTracker } from "../../../calls/tracker.ts";
import type { Transcript } from "../../../calls/transcript.ts";
import type { MediaData } from "../../../gong-api/call-data.ts";
import type { CallRecord, RecordSelection, UploadedData } from "../../../gong-api/call-record.ts";
import { presentCallData } from "../../../gong-api/present/present-call-data.ts";
import { sentencePresenter } from "../../../gong-api/present/present-sentence.ts";
import type { CallStore, UserDirectory } from "../../store/call-store.ts";
import type { TrackerHitStore } from "../../store/tracker-hit-store.ts";
import type { LinkedContexts } from "../../../calls/crm/crm-context.ts";
import { readLinkedContexts } from "./linked-contexts.ts";
import type { CrmLinkParts } from "../crm/read-crm-links.ts";
import { type MirroredCall, type MirroredCallParts, mirroredRecord, readMirrored } from "./mirrored-calls.ts";

export interface RecordParts extends MirroredCallParts, CrmLinkParts {
  readonly calls: CallStore;
  readonly users: UserDirectory;
  readonly trackerHits: TrackerHitStore;
  /** Makes the links to recordings, for this user; asked once an answer, since where the server listens may change. */
  readonly mediaLinks: (madeFor?: UserId) => Promise<(call: Call) => Promise<MediaData>>;
  /** Whose eyes the calls are seen with; the company's where there is none. */
  readonly actingUserId?: UserId | undefined;
}

/** Joins to each call what the selection asks for: one read of each kind for all of them. */
export async function makeCallRecords(
  parts: RecordParts,
  calls: readonly Call[],
  selection: RecordSelection,
): Promise<CallRecord[]> {
  const ids = calls.map((call) => call.id);
  const needsText = selection.includeContent || selection.includeTranscript;
  const [users, analyses, transcripts, trackers, linkTo, mirrored, linksOf] = await Promise.all([
    parts.users.getMany([...new Set(calls.map((call) => call.primaryUserId))]),
    selection.includeContent ? parts.calls.getAnalyses(ids) : undefined,
    needsText ? parts.calls.getTranscripts(ids) : undefined,
    selection.includeContent ? parts.trackerHits.getMany(ids) : undefined,
    selection.includeMedia ? parts.mediaLinks(parts.actingUserId) : undefined,
    readMirrored(parts, calls),
    selection.context === "None" ? undefined : readLinkedContexts(parts, calls),
  ]);
  const userOf = new Map(users.map((user) => [user.id, user]));
  return Promise.all(
    calls.map(async (call) =>
      makeRecord(call, selection, {
        user: userOf.get(call.primaryUserId),
        analysis: analyses?.get(call.id),
        transcript: transcripts?.get(call.id),
        trackers: trackers?.get(call.id),
        media: await linkTo?.(call),
        mirrored: mirrored.get(call.id),
        links: linksOf?.(call),
      }),
    ),
  );
}

interface Joined {
  readonly user: User | undefined;
  readonly analysis: CallAnalysis | undefined;
  readonly transcript: Transcript | undefined;
  readonly trackers: readonly CallTracker[] | undefined;
  readonly media: MediaData | undefined;
  readonly mirrored: MirroredCall | undefined;
  readonly links: LinkedContexts | undefined;
}

function makeRecord(call: Call, selection: RecordSelection, joined: Joined): CallRecord {
  const record = makeOwnRecord(call, selection, joined);
  return joined.mirrored ? mirroredRecord(joined.mirrored, selection, { ...joined, record }) : record;
}

function makeOwnRecord(call: Call, selection: RecordSelection, joined: Joined): CallRecord {
  const { analysis, transcript, trackers, media, links } = joined;
  const { processing } = call;
  return {
    data: presentCallData(call, { context: selection.context, links, analysis, transcript, trackers, media }),
    given: presentUploaded(call, selection),
    primaryUser: presentPrimaryUser(call, joined.user),
    processing: {
      status: processing.status,
      stage: processing.stage ?? null,
      progress: processing.progress ?? null,
      timesRealTime: processing.timesRealTime ?? null,
      failure: processing.failure ?? null,
      warnings: processing.warnings,
    },
    ...(analysis && transcript ? presentAnalysis(call, analysis, transcript) : {}),
    ...(selection.includeTranscript && transcript ? { transcript: presentTranscript(call, transcript) } : {}),
  };
}

function presentUploaded({ scheduledEnd, parties, speakersTimeline }: Call, selection: RecordSelection): UploadedData {
  return {
    scheduledEnd: scheduledEnd ? formatZonedTime(scheduledEnd) : null,
    parties: parties.map(({ givenPartyId, mediaChannelId }) => ({
      partyId: givenPartyId ?? null,
      mediaChannelId: mediaChannelId ?? null,
    })),
    ...(selection.includeTranscript && speakersTimeline
      ? {
          speakersTimeline: {
            precise: speakersTimeline.isPrecise,
            speechSegments: speakersTimeline.segments.map(({ startMs, endMs, partyIds }) => ({
              fromTime: startMs,
              toTime: endMs,
              partyIds: [...partyIds],
            })),
          },
        }
      : {}),
  };
}

/** The host as this call names them; the directory knows what the call does not say. */
function presentPrimaryUser(call: Call, user: User | undefined): CallRecord["primaryUser"] {
  const party = call.parties.find((candidate) => candidate.userId === call.primaryUserId);
  return {
    userId: call.primaryUserId,
    name: party?.name ?? user?.name ?? null,
    emailAddress: party?.emailAddress ?? user?.emailAddress ?? null,
  };
}

function presentAnalysis(
  call: Call,
  analysis: CallAnalysis,
  transcript: Transcript,
): Pick<CallRecord, "keyphrases" | "questions" | "nextSteps" | "speakers"> {
  const present = sentencePresenter(call, transcript);
  return {
    speakers: transcript.speakers.map(({ id, affiliation }) => ({ id, affiliation })),
    keyphrases: analysis.keyphrases.map(({ text, count }) => ({ text, count })),
    questions: analysis.questions.flatMap(({ sentenceIndex }) => {
      const sentence = transcript.sentences[sentenceIndex];
      return sentence ? [present(sentence)] : [];
    }),
    ...(analysis.nextSteps && {
      nextSteps: analysis.nextSteps.flatMap(({ sentenceIndex, due }) => {
        const sentence = transcript.sentences[sentenceIndex];
        return sentence ? [{ ...present(sentence), due }] : [];
      }),
    }),
  };
}

function presentTranscript(call: Call, transcript: Transcript): NonNullable<CallRecord["transcript"]> {
  const present = sentencePresenter(call, transcript);
  return { provenance: transcript.provenance, sentences: transcript.sentences.map((sentence) => present(sentence)) };
}
