import { affiliationOf } from "../../calls/affiliation.ts";
import { assignSpeakers, type HeardChannel } from "../../calls/assign-speakers.ts";
import type { Call, SpeakersTimeline } from "../../calls/call.ts";
import { type IdSource, makeIdSource, type PartyId, type WorkspaceId } from "../../calls/ids.ts";
import type { MediaChannelId, Party } from "../../calls/party.ts";
import type { Transcript } from "../../calls/transcript.ts";
import { type Contact, makeCrmId } from "./accounts.ts";
import { contactContext, crmContext, type Deal, labelCall } from "./call-labels.ts";
import { type Cast, castCall } from "./cast.ts";
import type { Company, Employee } from "./company.ts";
import { converse } from "./converse.ts";
import type { Voice } from "./dialogue.ts";
import { isPhoneCall, type Journey, type Step } from "./journeys.ts";
import { slugOf } from "./names.ts";
import { nextMeeting } from "./next-meeting.ts";
import { makeRandom, type Random } from "./random.ts";
import { makeSituation } from "./situation.ts";
import { speak, type Utterance } from "./speak.ts";
import type { TalkLibrary } from "./talk-library.ts";

export interface SeededCall {
  readonly call: Call;
  readonly transcript: Transcript;
}

export interface CallPlace {
  readonly seed: string;
  readonly company: Company;
  readonly journey: Journey;
  /** Which of the journey's steps. */
  readonly stepIndex: number;
  readonly clientUniqueId: string;
  readonly workspaceId: WorkspaceId;
  readonly library: TalkLibrary;
}

const PROVENANCE = { engine: "tamtam-seed", model: "conversations", version: "1" };
/** A recogniser is unsure of a few sentences. */
const UNSURE_SHARE = 0.015;
const MINUTE_MS = 60_000;
const HALF_HOUR_MS = 30 * MINUTE_MS;

/** One call with its transcript: the same for the same place, ids included. */
export function makeCall(place: CallPlace, step: Step): SeededCall {
  const { company, journey, seed } = place;
  const random = makeRandom(seed, "call", journey.number, place.stepIndex);
  const cast = castCall(journey, step.kind, random);
  const situation = makeSituation(journey.account, seed, journey.number);
  const next = nextMeeting(step.plannedStart, journey.steps[place.stepIndex + 1]?.plannedStart, random);
  const scene = { company, kind: step.kind, ending: step.ending, cast, situation, next };
  const said = speak(converse(scene, place.library, random), cast, random);
  const durationMs = Math.max(...said.map((utterance) => utterance.endMs)) + random.whole(700, 4_000);
  const startMs = step.plannedStart.epochMs + random.whole(0, isPhoneCall(step.kind) ? 840 : 240) * 1000;
  // As if the recording system had sent it a little after the end.
  const createdMs = startMs + durationMs + random.whole(20_000, 400_000);
  const newId = makeIdSource(() => createdMs, random.next);
  const id = newId<Call["id"]>();
  const parties = makeParties(cast, newId);
  const call: Call = {
    id,
    workspaceId: place.workspaceId,
    clientUniqueId: place.clientUniqueId,
    ...labelCall(step, company.name, journey.account, random),
    actualStart: { ...step.plannedStart, epochMs: startMs },
    ...(isPhoneCall(step.kind) ? phoneFields : meetingFields(step, company, random)),
    statedDurationMs: durationMs,
    primaryUserId: cast.host.user.id,
    parties,
    context: crmContext(step, journey.account, dealOf(journey, seed, situation.amount)),
    customData: JSON.stringify({ sandbox: true, seed }),
    speakersTimeline: timelineOf(said, cast),
    languageCode: "en-US",
    createdMs,
    processing: { status: "Completed", warnings: [] },
  };
  return { call, transcript: makeTranscript(said, call, newId, random) };
}

const phoneFields = { callProviderCode: "ringcentral" };

function meetingFields({ plannedStart }: Step, company: Company, random: Random) {
  const slug = random.whole(100_000_000, 999_999_999);
  return {
    scheduledStart: plannedStart,
    scheduledEnd: { ...plannedStart, epochMs: plannedStart.epochMs + HALF_HOUR_MS },
    callProviderCode: "zoom",
    meetingUrl: `https://meet.${company.domain}/j/${slug}`,
  };
}

/** The journey's opportunity: the same in all its calls, but for its stage. */
function dealOf(journey: Journey, seed: string, amount: number): Deal {
  const random = makeRandom(seed, "deal", journey.number);
  const last = journey.steps.findLast(({ kind }) => kind !== "kickoff" && kind !== "review" && kind !== "renewal");
  const closeDate = new Date(last?.plannedStart.epochMs ?? 0).toISOString().slice(0, 10);
  return { crmId: makeCrmId(random, "006"), amount, closeDate };
}

/** What the recording system calls them. */
const partyKeys: Readonly<Record<Voice, string>> = { R: "host", S: "host-2", C: "guest", D: "guest-2" };

/** Channel 0 is the company's, as where a phone system records the two sides of a line. Who says nothing is on none. */
function makeParties(cast: Cast, newId: IdSource): Party[] {
  const make = (person: Employee | Contact, voice?: Voice): Party => {
    const isEmployee = "user" in person;
    const identity = isEmployee
      ? {
          userId: person.user.id,
          name: person.name,
          emailAddress: person.user.emailAddress,
          phoneNumber: person.user.phoneNumber,
        }
      : { name: person.name, emailAddress: person.emailAddress, phoneNumber: person.phoneNumber };
    return {
      ...identity,
      id: newId<PartyId>(),
      givenPartyId: voice ? partyKeys[voice] : slugOf(person.name, "-"),
      affiliation: affiliationOf(identity, new Set()),
      mediaChannelId: voice && channelOf(voice),
      context: isEmployee ? [] : contactContext(person),
    };
  };
  return [
    make(cast.host, "R"),
    ...(cast.hostColleague ? [make(cast.hostColleague, "S")] : []),
    make(cast.customer, "C"),
    ...(cast.customerColleague ? [make(cast.customerColleague, "D")] : []),
    ...cast.silent.map((person) => make(person)),
  ];
}

function channelOf(voice: Voice): MediaChannelId {
  return voice === "R" || voice === "S" ? 0 : 1;
}

/** Only where several people share a channel does somebody have to say who spoke when. */
function timelineOf(said: readonly Utterance[], cast: Cast): SpeakersTimeline | undefined {
  if (!cast.hostColleague && !cast.customerColleague) return undefined;
  return {
    isPrecise: true,
    segments: said.map(({ voice, startMs, endMs }) => ({ startMs, endMs, partyIds: [partyKeys[voice]] })),
  };
}

function makeTranscript(said: readonly Utterance[], call: Call, newId: IdSource, random: Random): Transcript {
  const heard = said.map(({ voice, startMs, endMs, text }) => {
    const isLowConfidence = random.chance(UNSURE_SHARE);
    const confidence = (isLowConfidence ? random.whole(380, 549) : random.whole(800, 990)) / 1000;
    return { channel: channelOf(voice), sentence: { startMs, endMs, text, confidence, isLowConfidence, words: [] } };
  });
  const channels = ([0, 1] as const).map((channel): HeardChannel => ({
    channel,
    sentences: heard.filter((one) => one.channel === channel).map((one) => one.sentence),
  }));
  const { parties, speakersTimeline } = call;
  return assignSpeakers({ channels, parties, isTwoSided: true, speakersTimeline, provenance: PROVENANCE, newId });
}
