import { expect, test } from "vitest";
import type { DetailedCall } from "../schemas/list-calls-extensive.ts";
import { parseCallRecord } from "./parse-call-record.ts";

/** As Gong sends it, with what it leaves out and what it sends as null. */
const call = {
  metaData: {
    id: "7782342274025937895",
    url: "https://us-1.app.gong.io/call?id=7782342274025937895",
    started: "2025-06-10T21:50:07.428+02:00",
    duration: 460,
    primaryUserId: "234599484848423",
    direction: "Outbound",
    media: "Audio",
    language: "und",
    workspaceId: "623457276584334",
    isPrivate: false,
  },
  parties: [
    { id: "p1", userId: "234599484848423", speakerId: "s1", affiliation: "Internal", emailAddress: "rep@acme.example" },
    { id: "p2", name: "Jane Smith", speakerId: "s2", affiliation: "External", context: [] },
    { id: "p3", name: "Silent Sam", speakerId: null, affiliation: "External" },
  ],
  interaction: { speakers: [{ id: "p2", userId: null, talkTime: 12.5 }] },
} as unknown as DetailedCall; // no more of it came

const transcript = {
  callId: "7782342274025937895",
  transcript: [
    { speakerId: "s2", topic: null, sentences: [{ start: 1500, end: 2250, text: "Hello?" }] },
    { speakerId: null, topic: null, sentences: [{ start: 400, end: 900, text: "(music)" }] },
  ],
};

test("three answers become one record, with names joined, and milliseconds in seconds", () => {
  const user = { id: "234599484848423", firstName: "Rita", lastName: "Rep", emailAddress: "rita@acme.example" };
  const users = [user] as unknown as NonNullable<Parameters<typeof parseCallRecord>[0]["users"]>; // no more of it is read
  const record = parseCallRecord({ call, transcript, users });
  expect(record).toMatchObject({
    url: "https://us-1.app.gong.io/call?id=7782342274025937895",
    primaryUser: { userId: "234599484848423", name: "Rita Rep", emailAddress: "rita@acme.example" },
    processing: { status: "Completed" },
    data: { metaData: { title: null, language: null, clientUniqueId: null, scope: "Unknown" } },
  });
  expect(record.transcript?.sentences).toMatchObject([
    { start: 0.4, end: 0.9, text: "(music)", speakerName: null, affiliation: "Unknown" },
    { start: 1.5, end: 2.25, text: "Hello?", speakerName: "Jane Smith", affiliation: "External", speakerId: "s2" },
  ]);
});

test("a speaker of Gong's interaction goes by the voice of its party", () => {
  expect(parseCallRecord({ call }).data.interaction?.speakers).toEqual([{ id: "s2", userId: null, talkTime: 12.5 }]);
});

test("a block that is not there yet is absent, and the host is known from the parties", () => {
  const record = parseCallRecord({ call: { metaData: call.metaData, parties: call.parties ?? [] } });
  expect(Object.keys(record.data).sort()).toEqual(["metaData", "parties"]);
  expect(record.primaryUser).toEqual({ userId: "234599484848423", name: null, emailAddress: "rep@acme.example" });
});
