import type { Call } from "../../src/calls/call.ts";
import type { CallAnalysis } from "../../src/calls/call-analysis.ts";
import { asId, type PartyId, type SpeakerId } from "../../src/calls/ids.ts";
import type { Party } from "../../src/calls/party.ts";
import type { Speaker, Transcript } from "../../src/calls/transcript.ts";

/** 2025-01-13T09:30:00Z, a whole second far above 2^31 ms. */
export const MONDAY_MS = 1_736_760_600_000;

let made = 0;

/** A call of its own: an id, a client unique id and no party, unless told otherwise. */
export function makeCall(given: Partial<Call> & { readonly startMs?: number } = {}): Call {
  made += 1;
  const { startMs = MONDAY_MS, ...rest } = given;
  return {
    id: asId(String(7_000_000 + made)),
    workspaceId: asId("1"),
    clientUniqueId: `client-${made}`,
    actualStart: { epochMs: startMs, offsetMinutes: -480 },
    direction: "Outbound",
    primaryUserId: asId("user-1"),
    parties: [],
    context: [],
    createdMs: MONDAY_MS + made,
    processing: { status: "Processing", stage: "download", warnings: [] },
    ...rest,
  };
}

export function makeParty(given: Partial<Party> = {}): Party {
  made += 1;
  return { id: asId<PartyId>(String(9_000_000 + made)), affiliation: "External", context: [], ...given };
}

/** A sentence every two seconds, with words of equal length. A line may be said by another speaker than the first: `[1, "Yes."]`. */
export function makeTranscript(
  lines: readonly (string | readonly [speaker: number, text: string])[],
  speakers: readonly Speaker[] = [makeSpeaker("31"), makeSpeaker("32")],
): Transcript {
  const sentences = lines.map((line, index) => {
    const [speaker, text] = typeof line === "string" ? ([0, line] as const) : line;
    const startMs = index * 2000;
    const words = text
      .split(" ")
      .map((word, at) => ({ text: word, startMs: startMs + at * 100, endMs: startMs + at * 100 + 80 }));
    const speakerId = speakers[speaker]?.id ?? asId<SpeakerId>("31");
    return { speakerId, startMs, endMs: startMs + 1900, text, confidence: 0.9, isLowConfidence: false, words };
  });
  return { speakers, sentences, provenance: { engine: "by hand", model: "none", version: "1" } };
}

export function makeSpeaker(id: string, given: Partial<Speaker> = {}): Speaker {
  return { id: asId<SpeakerId>(id), affiliation: "Unknown", source: "channel", ...given };
}

export function makeAnalysis(topics: readonly string[] = []): CallAnalysis {
  return {
    version: "1",
    interactionStats: {
      talkRatio: 0.5,
      longestMonologueMs: 1000,
      longestCustomerStoryMs: null,
      interactivity: 1.25,
      patienceMs: 300,
      questionRate: null,
    },
    talkTimes: [{ speakerId: asId("31"), talkTimeMs: 1200 }],
    questions: [{ sentenceIndex: 1, side: "company" }],
    topics: topics.map((name) => ({ name, durationMs: 1000, sentenceIndexes: [0] })),
    keyphrases: [{ text: "budget for spring", count: 2, sentenceIndexes: [0, 3] }],
    brief: [0, 2],
  };
}
