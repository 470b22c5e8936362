import type { Call } from "../../src/calls/call.ts";
import type { CallAnalysis } from "../../src/calls/call-analysis.ts";
import { asId, type PermissionProfileId } from "../../src/calls/ids.ts";
import { noPermissions } from "../../src/calls/permission-profile.ts";
import type { Transaction } from "../../src/engine/database/transaction.ts";
import type { Transcript } from "../../src/calls/transcript.ts";
import { makeAnalysis, makeCall, makeParty, makeSpeaker, makeTranscript } from "../contracts/sample-calls.ts";
import { addCrm } from "./crm-library.ts";
import { type GongServer, WORKSPACE_ID } from "./gong-server.ts";

const opportunity = {
  system: "Salesforce",
  objects: [
    {
      objectType: "Opportunity",
      objectId: "0013601230sV7grAAC",
      fields: [
        { name: "Name", value: "Acme renewal" },
        { name: "Amount", value: 12_000 },
      ],
    },
  ],
};

/** Every field filled. Ann (left channel) sells to Bob (right channel); Carol listens. */
export const fullCall: Call = makeCall({
  id: asId("1000000000000000001"),
  workspaceId: asId(WORKSPACE_ID),
  clientUniqueId: "recorder-1",
  title: "Renewal with Acme",
  purpose: "Renewal",
  // 2026-03-02T23:30:00Z, the next day in the company's time zone.
  startMs: Date.parse("2026-03-02T15:30:00-08:00"),
  scheduledStart: { epochMs: Date.parse("2026-03-02T15:00:00-08:00"), offsetMinutes: -480 },
  direction: "Outbound",
  disposition: "Interested",
  primaryUserId: asId("501"),
  parties: [
    makeParty({
      id: asId("601"),
      userId: asId("501"),
      name: "Ann Ford",
      emailAddress: "ann@ours.example",
      affiliation: "Internal",
      mediaChannelId: 0,
    }),
    makeParty({
      id: asId("602"),
      name: "Bob Stone",
      phoneNumber: "+1 555-555-1212",
      affiliation: "External",
      mediaChannelId: 1,
      context: [
        { system: "Salesforce", objects: [{ objectType: "Contact", objectId: "0033601230sV7grAAC", fields: [] }] },
      ],
    }),
    makeParty({ id: asId("603"), name: "Carol Reed", emailAddress: "carol@acme.example", affiliation: "External" }),
  ],
  context: [opportunity],
  customData: "queue 7",
  meetingUrl: "https://meet.example/7",
  callProviderCode: "zoom",
  languageCode: "en-US",
  media: {
    sizeBytes: 1000,
    sha256: "0".repeat(64),
    contentType: "video/mp4",
    hasVideo: true,
    audio: { durationMs: 61_499, channelCount: 2, isDualMono: false, codec: "aac", sampleRateHz: 48_000 },
  },
});

const fullTranscript: Transcript = makeTranscript(
  ["Hello Bob.", "How is the budget?", [1, "It grew this year."], [1, "What does it cost?"], "The same as before."],
  [
    makeSpeaker("71", { partyId: asId("601"), affiliation: "Internal" }),
    makeSpeaker("72", { partyId: asId("602"), affiliation: "External" }),
  ],
);

const fullAnalysis: CallAnalysis = {
  ...makeAnalysis(),
  interactionStats: {
    talkRatio: 0.6,
    longestMonologueMs: 3900,
    longestCustomerStoryMs: 3900,
    interactivity: 2.5,
    patienceMs: 100,
    questionRate: null,
  },
  talkTimes: [
    { speakerId: asId("71"), talkTimeMs: 5700 },
    { speakerId: asId("72"), talkTimeMs: 3800 },
  ],
  questions: [
    { sentenceIndex: 1, side: "company" },
    { sentenceIndex: 3, side: "nonCompany" },
  ],
  topics: [
    { name: "Small Talk", durationMs: 1900, sentenceIndexes: [0] },
    { name: "Pricing", durationMs: 7600, sentenceIndexes: [1, 2, 3, 4] },
  ],
  brief: [2, 4],
  keyPoints: [1, 2, 4],
  outline: [
    { title: "Small Talk", startMs: 0, durationMs: 2000, sentenceIndexes: [0] },
    { title: "Pricing", startMs: 2000, durationMs: 7900, sentenceIndexes: [1, 3] },
  ],
  nextSteps: [{ sentenceIndex: 3, side: "nonCompany", due: null }],
};

/** As little as an upload may say: no title, one voice that nobody can be told to have. A conference, planned before noon. */
export const bareCall: Call = makeCall({
  id: asId("1000000000000000002"),
  workspaceId: asId("301"),
  clientUniqueId: "recorder-2",
  startMs: Date.parse("2026-06-10T12:04:00.250Z"),
  scheduledStart: { epochMs: Date.parse("2026-06-10T11:55:00Z"), offsetMinutes: 0 },
  direction: "Conference",
  primaryUserId: asId("502"),
  parties: [
    makeParty({ id: asId("604"), userId: asId("502"), affiliation: "Internal" }),
    makeParty({ id: asId("605"), emailAddress: "dan@acme.example", affiliation: "External" }),
  ],
  media: {
    sizeBytes: 500,
    sha256: "1".repeat(64),
    contentType: "audio/mpeg",
    hasVideo: false,
    audio: { durationMs: 5000, channelCount: 1, isDualMono: false, codec: "mp3", sampleRateHz: 8000 },
  },
});

const bareTranscript = makeTranscript(["Good morning."], [makeSpeaker("73", { source: "unseparated" })]);

const bareAnalysis: CallAnalysis = { ...makeAnalysis(), talkTimes: [], questions: [], brief: [0] };

/** Added, and still waiting for its recording: Gong's reads do not show it. */
export const waitingCall: Call = makeCall({
  id: asId("1000000000000000003"),
  workspaceId: asId(WORKSPACE_ID),
  clientUniqueId: "recorder-3",
  startMs: Date.parse("2026-06-11T08:00:00Z"),
  primaryUserId: asId("501"),
});

export interface CompletedCall {
  readonly call: Call;
  readonly transcript?: Transcript;
  readonly analysis?: CallAnalysis;
}

/** Enters calls as they stand after their last stage. */
export async function addCompleted({ parts }: GongServer, completed: readonly CompletedCall[]): Promise<void> {
  await parts.database.transact(async (transaction) => {
    for (const { call, transcript, analysis } of completed) {
      await parts.calls.add(call, transaction);
      if (transcript) await parts.calls.setTranscript(call.id, transcript, transaction);
      if (analysis) await parts.calls.setAnalysis(call.id, analysis, transaction);
      await parts.calls.setProcessing(call.id, { status: "Completed", warnings: [] }, transaction);
    }
  });
}

/** A permission profile of the built-in workspace; Ann has it. */
async function addSellers({ parts }: GongServer, transaction: Transaction): Promise<void> {
  const permissions = { ...noPermissions, scoreCalls: true };
  const sellers = {
    id: asId<PermissionProfileId>("800"),
    workspaceId: parts.workspaceId,
    name: "Sellers",
    permissions,
  };
  await parts.permissionProfiles.add(sellers, transaction);
  await parts.permissionProfiles.setUserIds(sellers, [asId("501")], transaction);
}

/** The library that the fixtures tell of. */
export async function fillLibrary(server: GongServer): Promise<void> {
  await addCompleted(server, [
    { call: fullCall, transcript: fullTranscript, analysis: fullAnalysis },
    { call: bareCall, transcript: bareTranscript, analysis: bareAnalysis },
  ]);
  await server.parts.database.transact(async (transaction) => {
    await server.parts.calls.add(waitingCall, transaction);
    await addSellers(server, transaction);
  });
  await addCrm(server);
}
