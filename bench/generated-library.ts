import type { Call } from "../src/calls/call.ts";
import type { CallAnalysis } from "../src/calls/call-analysis.ts";
import { asId, type PartyId, type SpeakerId, type UserId } from "../src/calls/ids.ts";
import type { Party } from "../src/calls/party.ts";
import type { Sentence, Transcript } from "../src/calls/transcript.ts";
import { firstNames, patterns, syllables, topics, wordLists } from "./sales-words.ts";

export interface GeneratedCall {
  readonly call: Call;
  readonly transcript: Transcript;
  readonly analysis: CallAnalysis;
}

export interface LibraryOptions {
  readonly callCount: number;
  /** 150 by default: about 2,000 words. */
  readonly sentencesPerCall?: number | undefined;
}

/** Calls begin between these, spread evenly. */
export const LIBRARY_START_MS = Date.UTC(2023, 0, 1);
export const LIBRARY_END_MS = Date.UTC(2025, 0, 1);
const USER_COUNT = 60;
const COMPANY_COUNT = 800;
const CODENAME_COUNT = 5000;
const DISPOSITIONS = [
  "Connected",
  "Left voicemail",
  "No answer",
  "Meeting booked",
  "Not interested",
  "Call back",
  "Wrong number",
];

/** Believable calls, the same ones every time: the n-th depends on n alone. */
export function* generateCalls({ callCount, sentencesPerCall = 150 }: LibraryOptions): Generator<GeneratedCall> {
  for (let number = 0; number < callCount; number += 1) yield generateCall(number, callCount, sentencesPerCall);
}

function generateCall(number: number, callCount: number, sentenceCount: number): GeneratedCall {
  const random = makeRandom(number + 1);
  const user = skewed(random, USER_COUNT);
  const company = nameOf(skewed(random, COMPANY_COUNT), 2);
  const customer = Math.floor(random() * 5);
  const parties = [internalParty(number, user), externalParty(number, company, customer)];
  const subjects = [...new Set(Array.from({ length: 4 }, () => skewed(random, topics.length)))];
  const talk = makeTalk(random, {
    company,
    subjects,
    codename: nameOf(COMPANY_COUNT + Math.floor(random() * CODENAME_COUNT), 3),
  });
  const transcript = makeTranscript(random, parties, Array.from({ length: sentenceCount }, talk));
  const spreadMs = (LIBRARY_END_MS - LIBRARY_START_MS) / callCount;
  const startMs = Math.floor((LIBRARY_START_MS + (number + random()) * spreadMs) / 1000) * 1000;
  const durationMs = transcript.sentences.at(-1)?.endMs ?? 0;
  const subject = topics[subjects[0] ?? 0]?.[0] ?? "call";
  const call: Call = {
    id: asId(String(7_000_000_000_000 + number)),
    workspaceId: asId("1"),
    clientUniqueId: `generated-${number}`,
    title: `${company} and us: ${subject}`,
    actualStart: { epochMs: startMs, offsetMinutes: -480 },
    direction: random() < 0.62 ? "Outbound" : "Inbound",
    disposition: DISPOSITIONS[skewed(random, DISPOSITIONS.length)],
    primaryUserId: userIdOf(user),
    parties,
    context: [
      {
        system: "Salesforce",
        objects: [{ objectType: "Account", objectId: `001-${company}`, fields: [{ name: "Stage", value: "Open" }] }],
      },
    ],
    statedDurationMs: durationMs,
    createdMs: startMs,
    processing: { status: "Completed", warnings: [] },
  };
  return { call, transcript, analysis: makeAnalysis(subjects) };
}

/** The id of the n-th user; user 0 has most calls. */
export function userIdOf(user: number): UserId {
  return asId<UserId>(`user_${10_000 + user}`);
}

/** The n-th made-up name: `Belcor`. */
export function nameOf(number: number, syllableCount: number): string {
  const random = makeRandom(number * 7919 + syllableCount);
  const name = Array.from({ length: syllableCount }, () => pick(random, syllables)).join("");
  return name.charAt(0).toUpperCase() + name.slice(1) + (syllables[number % syllables.length] ?? "");
}

function internalParty(number: number, user: number): Party {
  const name = `${firstNames[user % firstNames.length]} ${nameOf(user, 3)}`;
  const emailAddress = `${name.toLowerCase().replace(" ", ".")}@example.com`;
  return {
    id: partyId(number, 0),
    userId: userIdOf(user),
    name,
    emailAddress,
    affiliation: "Internal",
    mediaChannelId: 1,
    context: [],
  };
}

function externalParty(number: number, company: string, customer: number): Party {
  const name = `${firstNames[(customer * 7 + company.length) % firstNames.length]} ${nameOf(customer + company.length * 100, 3)}`;
  const emailAddress = `${name.split(" ")[0]?.toLowerCase()}@${company.toLowerCase()}.example`;
  const phoneNumber = `+1 555 ${String(1_000_000 + (number % 9_000_000))}`;
  return {
    id: partyId(number, 1),
    name,
    emailAddress,
    phoneNumber,
    affiliation: "External",
    mediaChannelId: 0,
    context: [],
  };
}

function partyId(number: number, index: number): PartyId {
  return asId<PartyId>(String(9_000_000_000_000 + number * 2 + index));
}

interface Setting {
  readonly company: string;
  readonly codename: string;
  readonly subjects: readonly number[];
}

/** @returns a function that says the next sentence */
function makeTalk(random: () => number, { company, codename, subjects }: Setting): () => string {
  const fill = (slot: string): string => {
    if (slot === "company") return random() < 0.7 ? company : nameOf(skewed(random, COMPANY_COUNT), 2);
    if (slot === "codename") return codename;
    if (slot === "person") return pick(random, firstNames);
    if (slot === "number") return String(2 + Math.floor(random() * random() * 400));
    if (slot === "topic") return pick(random, topics[pick(random, subjects)] ?? ["topic"]);
    const list = wordLists[slot] ?? [];
    return list[skewed(random, list.length)] ?? slot;
  };
  return () => {
    const text = pick(random, patterns).replace(/\[(\w+)\]/g, (_, slot: string) => fill(slot));
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}${random() < 0.2 ? "?" : "."}`;
  };
}

function makeTranscript(random: () => number, parties: readonly Party[], texts: readonly string[]): Transcript {
  const speakers = parties.map(({ id, affiliation }, index) => ({
    id: asId<SpeakerId>(String(31 + index)),
    partyId: id,
    affiliation,
    source: "channel" as const,
  }));
  const sentences: Sentence[] = [];
  let atMs = 1000;
  let voice = 0;
  for (const text of texts) {
    const startMs = atMs;
    const words = text.split(" ").map((word) => {
      const wordStartMs = atMs + Math.floor(random() * 3) * 20;
      const endMs = wordStartMs + 80 + word.length * 40;
      atMs = endMs;
      return { text: word, startMs: wordStartMs, endMs };
    });
    const confidence = Math.round((0.7 + random() * 0.3) * 1000) / 1000;
    const speakerId = speakers[voice]?.id ?? asId<SpeakerId>("31");
    sentences.push({ speakerId, startMs, endMs: atMs, text, confidence, isLowConfidence: confidence < 0.72, words });
    atMs += 200 + Math.floor(random() * 60) * 20;
    if (random() < 0.45) voice = 1 - voice;
  }
  return { speakers, sentences, provenance: { engine: "generated", model: "patterns", version: "1" } };
}

function makeAnalysis(subjects: readonly number[]): CallAnalysis {
  const names = subjects.map((subject) => topics[subject]?.[0] ?? "topic");
  return {
    version: "generated",
    interactionStats: {
      talkRatio: 0.55,
      longestMonologueMs: 42_000,
      longestCustomerStoryMs: 31_000,
      interactivity: 3.5,
      patienceMs: 640,
      questionRate: 22,
    },
    talkTimes: [
      { speakerId: asId("31"), talkTimeMs: 400_000 },
      { speakerId: asId("32"), talkTimeMs: 330_000 },
    ],
    questions: [2, 9, 30].map((sentenceIndex) => ({ sentenceIndex, side: "company" as const })),
    topics: names.map((name) => ({ name, durationMs: 60_000, sentenceIndexes: [1, 5, 8] })),
    keyphrases: names.map((text) => ({ text, count: 4, sentenceIndexes: [1, 5, 8, 20] })),
    brief: [0, 10, 20],
  };
}

/** Numbers from 0 up to below 1, the same for the same seed (mulberry32). */
function makeRandom(seed: number): () => number {
  let state = Math.imul(seed, 0x9e37_79b9) | 0;
  return () => {
    state = (state + 0x6d2b_79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function pick<T>(random: () => number, from: readonly T[]): T {
  const picked = from[Math.floor(random() * from.length)];
  if (picked === undefined) throw new RangeError("There is nothing to pick from");
  return picked;
}

/** A position below `count`; early ones are far likelier, as words in speech are. */
function skewed(random: () => number, count: number): number {
  return Math.floor((count + 1) ** random() - 1);
}
