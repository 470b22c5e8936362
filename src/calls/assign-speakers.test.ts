import { expect, test } from "vitest";
import { assignSpeakers, type HeardChannel, type HeardSentence, type SpeakerAssignment } from "./assign-speakers.ts";
import type { SpeakersTimeline } from "./call.ts";
import { asId, type PartyId } from "./ids.ts";
import type { Party } from "./party.ts";

const john = party("john", { affiliation: "Internal", mediaChannelId: 0 });
const jane = party("jane", { affiliation: "External", mediaChannelId: 1 });

function party(name: string, more: Partial<Party> = {}): Party {
  return { id: asId<PartyId>(name), givenPartyId: name, name, affiliation: "External", context: [], ...more };
}

/** A sentence whose words share its time evenly. */
function said(startMs: number, endMs: number, text: string, hasWords = true): HeardSentence {
  const tokens = text.split(" ");
  const each = (endMs - startMs) / tokens.length;
  const words = tokens.map((word, i) => ({ text: word, startMs: startMs + i * each, endMs: startMs + (i + 1) * each }));
  return { startMs, endMs, text, confidence: 0.9, isLowConfidence: false, words: hasWords ? words : [] };
}

type TimelineSegment = readonly [startMs: number, endMs: number, ...partyIds: string[]];

function timeline(...segments: readonly TimelineSegment[]): SpeakersTimeline {
  return { isPrecise: true, segments: segments.map(([startMs, endMs, ...partyIds]) => ({ startMs, endMs, partyIds })) };
}

const twoSides: HeardChannel[] = [
  { channel: 0, sentences: [said(0, 1_000, "Hello Jane."), said(3_000, 4_000, "Fine too.")] },
  { channel: 1, sentences: [said(1_500, 2_500, "How are you?")] },
];
const oneSound: HeardChannel[] = [
  { channel: 0, sentences: [said(0, 1_000, "Hello Jane."), said(1_500, 2_500, "How are you?")] },
];

/** Who says what, as "speaker id, party or nobody, affiliation, source: text". */
function assigned(assignment: Partial<SpeakerAssignment>): string[] {
  const { speakers, sentences } = assign(assignment);
  return sentences.map(({ speakerId, text }) => {
    const speaker = speakers.find(({ id }) => id === speakerId);
    return `${speakerId} ${speaker?.partyId ?? "nobody"} ${speaker?.affiliation} ${speaker?.source}: ${text}`;
  });
}

function assign(assignment: Partial<SpeakerAssignment>) {
  let count = 0;
  return assignSpeakers({
    channels: twoSides,
    parties: [john, jane],
    isTwoSided: true,
    provenance: { engine: "e", model: "m", version: "1" },
    newId: <T extends string>() => asId<T>(String(++count)),
    ...assignment,
  });
}

test("the media channel decides who speaks, and sentences come in order of time", () => {
  expect(assigned({})).toEqual([
    "1 john Internal channel: Hello Jane.",
    "2 jane External channel: How are you?",
    "1 john Internal channel: Fine too.",
  ]);
});

test("the order of parties and of channels changes nothing", () => {
  const swapped = { parties: [jane, john], channels: twoSides.toReversed() };
  expect(assigned(swapped)).toEqual(assigned({}));
});

test("parties on exchanged channels are exchanged", () => {
  const parties = [
    { ...john, mediaChannelId: 1 as const },
    { ...jane, mediaChannelId: 0 as const },
  ];
  expect(assigned({ parties })[0]).toBe("1 jane External channel: Hello Jane.");
});

test("several parties on a channel: the side is known, the person is not", () => {
  const joe = party("joe", { affiliation: "External", mediaChannelId: 1 });
  expect(assigned({ parties: [john, jane, joe] })[1]).toBe("2 nobody External channel-side: How are you?");
  const colleague = { ...joe, affiliation: "Internal" as const };
  expect(assigned({ parties: [john, jane, colleague] })[1]).toBe("2 nobody Unknown channel-side: How are you?");
});

test("the timeline tells apart the parties who share a channel, and nobody else", () => {
  const joe = party("joe", { mediaChannelId: 1 });
  const told = (...segments: readonly TimelineSegment[]) =>
    assigned({ parties: [john, jane, joe], speakersTimeline: timeline(...segments) })[1];
  expect(told([1_500, 2_500, "joe"])).toBe("2 joe External timeline: How are you?");
  expect(told([1_500, 2_500, "john"])).toBe("2 nobody External channel-side: How are you?");
  expect(told([1_500, 2_500, "joe", "jane"])).toBe("2 nobody External channel-side: How are you?");
});

test("the channel of one party is that party's, whatever the timeline says", () => {
  expect(assigned({ speakersTimeline: timeline([0, 4_000, "jane"]) })).toEqual(assigned({}));
});

test("a channel nobody named belongs to the one party who is left over", () => {
  const unplaced = party("jane");
  expect(assigned({ parties: [john, unplaced] })[1]).toBe("2 jane External channel: How are you?");
});

test("a channel nobody named stays unknown where there is a doubt", () => {
  const unknown = "2 nobody Unknown channel-side: How are you?";
  expect(assigned({ parties: [john, party("jane"), party("joe")] })[1]).toBe(unknown);
  expect(assigned({ parties: [john] })[1]).toBe(unknown);
  const nobodyPlaced = assigned({ parties: [party("john"), party("jane")] });
  expect(nobodyPlaced[0]).toBe("1 nobody Unknown channel-side: Hello Jane.");
  expect(nobodyPlaced[1]).toBe(unknown);
});

test("the timeline tells who is on channels nobody named", () => {
  const parties = [party("john"), party("jane")];
  const speakersTimeline = timeline([0, 1_200, "john"], [1_400, 2_600, "jane"]);
  expect(assigned({ parties, speakersTimeline })).toEqual([
    "1 john External timeline: Hello Jane.",
    "2 jane External timeline: How are you?",
    "3 nobody Unknown channel-side: Fine too.",
  ]);
});

test("one sound for everybody is one unknown speaker, whoever is on the list", () => {
  for (const parties of [[john, jane], [john], []]) {
    expect(assigned({ channels: oneSound, isTwoSided: false, parties })).toEqual([
      "1 nobody Unknown unseparated: Hello Jane.",
      "1 nobody Unknown unseparated: How are you?",
    ]);
  }
});

test("the timeline separates one sound; what it does not cover, or covers alike, stays unknown", () => {
  const mono = { channels: oneSound, isTwoSided: false };
  expect(assigned({ ...mono, speakersTimeline: timeline([0, 1_400, "john"], [1_400, 2_500, "jane"]) })).toEqual([
    "1 john Internal timeline: Hello Jane.",
    "2 jane External timeline: How are you?",
  ]);
  expect(assigned({ ...mono, speakersTimeline: timeline([0, 600, "john"], [9_000, 9_500, "jane"]) })).toEqual([
    "1 john Internal timeline: Hello Jane.",
    "2 nobody Unknown unseparated: How are you?",
  ]);
  expect(assigned({ ...mono, speakersTimeline: timeline([0, 3_000, "john", "jane"]) })).toEqual([
    "1 nobody Unknown unseparated: Hello Jane.",
    "1 nobody Unknown unseparated: How are you?",
  ]);
});

const longSentence = said(0, 4_000, "can you hear me yes I hear you");

test("a sentence in which the timeline changes the speaker is cut at the word", () => {
  const channels = [{ channel: 0, sentences: [longSentence] }];
  const speakersTimeline = timeline([0, 1_950, "john"], [2_050, 4_000, "jane"]);
  const { sentences } = assign({ channels, isTwoSided: false, speakersTimeline });
  expect(
    sentences.map(({ speakerId, startMs, endMs, text, words }) => ({
      speakerId,
      startMs,
      endMs,
      text,
      n: words.length,
    })),
  ).toEqual([
    { speakerId: "1", startMs: 0, endMs: 2_000, text: "can you hear me", n: 4 },
    { speakerId: "2", startMs: 2_000, endMs: 4_000, text: "yes I hear you", n: 4 },
  ]);
});

test("a sentence without word times goes whole to whom most of it belongs", () => {
  const channels = [{ channel: 0, sentences: [said(0, 4_000, longSentence.text, false)] }];
  const speakersTimeline = timeline([0, 1_500, "john"], [1_500, 4_000, "jane"]);
  expect(assigned({ channels, isTwoSided: false, speakersTimeline })).toEqual([
    `1 jane External timeline: ${longSentence.text}`,
  ]);
});

test("a change of speaker for an instant cuts nothing, and words in a gap go with those before", () => {
  const channels = [{ channel: 0, sentences: [longSentence] }];
  const instant = timeline([0, 3_900, "john"], [3_900, 4_000, "jane"]);
  expect(assigned({ channels, isTwoSided: false, speakersTimeline: instant })).toHaveLength(1);
  const gap = timeline([0, 1_000, "john"], [3_000, 4_000, "jane"]);
  expect(assign({ channels, isTwoSided: false, speakersTimeline: gap }).sentences.map(({ text }) => text)).toEqual([
    "can you hear me yes I",
    "hear you",
  ]);
});

test("only voices that speak are speakers", () => {
  expect(assign({ channels: [{ channel: 0, sentences: [] }] })).toMatchObject({ speakers: [], sentences: [] });
});
