import { z } from "zod";
import type { CallRecord, SpokenNextStep } from "../gong-api/call-record.ts";
import { presentSentence, sentenceAnswer } from "./sentence-answer.ts";

const trackerAnswer = z.object({
  name: z.string(),
  count: z.number(),
  phrases: z.array(
    z.object({
      phrase: z.string(),
      count: z.number(),
      occurrences: z.array(z.object({ start: z.number(), speakerId: z.string(), speaker: z.string().nullable() })),
    }),
  ),
});

const nextStepAnswer = sentenceAnswer.extend({
  due: z.string().optional().describe("By when, in the words of the sentence"),
});

/** What is known of what was said. Durations and times within the call are seconds. */
export const contentAnswer = z.object({
  brief: z.string().nullable().describe("Sentences of the call that say most, in its own words"),
  keyPoints: z
    .array(z.object({ text: z.string() }))
    .optional()
    .describe(
      "More of such sentences, with who says them; this and the parts below are absent where they are not known",
    ),
  outline: z
    .array(
      z.object({
        section: z.string(),
        start: z.number(),
        duration: z.number(),
        items: z.array(z.object({ text: z.string(), start: z.number() })),
      }),
    )
    .optional()
    .describe("The call in parts, under a topic or a phrase of it, with the sentences that say most"),
  structure: z.array(z.object({ name: z.string(), duration: z.number() })).optional(),
  highlights: z
    .array(
      z.object({
        title: z.string(),
        items: z.array(z.object({ text: z.string(), startTimes: z.array(z.number()) })),
      }),
    )
    .optional()
    .describe("Under `Next steps` what somebody said is to be done"),
  nextSteps: z.array(nextStepAnswer).optional().describe("The same, with who said it and by when"),
  topics: z.array(z.object({ name: z.string(), duration: z.number() })),
  trackers: z
    .array(trackerAnswer)
    .optional()
    .describe("The trackers that found something; absent where none was looked for"),
  keyphrases: z.array(z.object({ text: z.string(), count: z.number() })),
  questions: z.object({
    companyCount: z.number(),
    nonCompanyCount: z.number(),
    asked: z.array(sentenceAnswer),
  }),
  interactionStats: z.array(z.object({ name: z.string(), value: z.number() })),
  talkTimes: z.array(
    z.object({
      speakerId: z.string(),
      speaker: z.string().nullable(),
      affiliation: z.string(),
      talkTime: z.number(),
    }),
  ),
});
export type ContentAnswer = z.infer<typeof contentAnswer>;

export function presentContent(record: CallRecord): ContentAnswer | undefined {
  const { content, interaction, parties } = record.data;
  if (!content || !interaction) return undefined;
  const nameOf = new Map(parties.map((party) => [party.speakerId, party.name]));
  const sideOf = new Map((record.speakers ?? parties.map(asSpeaker)).map(({ id, affiliation }) => [id, affiliation]));
  return {
    brief: content.brief === "" ? null : content.brief,
    ...presentGenerated(content),
    ...(record.nextSteps && { nextSteps: record.nextSteps.map(presentNextStep) }),
    topics: [...content.topics],
    ...(content.trackers && { trackers: presentTrackers(content.trackers, nameOf) }),
    keyphrases: [...(record.keyphrases ?? [])],
    questions: { ...interaction.questions, asked: (record.questions ?? []).map(presentSentence) },
    interactionStats: [...interaction.interactionStats],
    talkTimes: interaction.speakers.map(({ id, talkTime }) => ({
      speakerId: id,
      speaker: nameOf.get(id) ?? null,
      affiliation: sideOf.get(id) ?? "Unknown",
      talkTime,
    })),
  };
}

type GivenContent = NonNullable<CallRecord["data"]["content"]>;

function presentGenerated({ keyPoints, outline, structure, highlights }: GivenContent) {
  return {
    ...(keyPoints && { keyPoints: keyPoints.map(({ text }) => ({ text })) }),
    ...(outline && {
      outline: outline.map(({ section, startTime, duration, items }) => ({
        section,
        start: startTime,
        duration,
        items: items.map((item) => ({ text: item.text, start: item.startTime })),
      })),
    }),
    ...(structure && { structure: [...structure] }),
    ...(highlights && {
      highlights: highlights.map(({ title, items }) => ({
        title,
        items: items.map(({ text, startTimes }) => ({ text, startTimes: [...startTimes] })),
      })),
    }),
  };
}

function presentNextStep({ due, ...sentence }: SpokenNextStep): z.infer<typeof nextStepAnswer> {
  return { ...presentSentence(sentence), ...(due !== null && { due }) };
}

function presentTrackers(
  trackers: NonNullable<GivenContent["trackers"]>,
  nameOf: ReadonlyMap<string | null, string | null>,
): z.infer<typeof trackerAnswer>[] {
  const said = trackers.filter(({ count }) => count > 0);
  return said.map(({ name, count, phrases }) => ({
    name,
    count,
    phrases: phrases.map(({ phrase, count: times, occurrences }) => ({
      phrase,
      count: times,
      occurrences: occurrences.map(({ startTime, speakerId }) => ({
        start: startTime,
        speakerId,
        speaker: nameOf.get(speakerId) ?? null,
      })),
    })),
  }));
}

function asSpeaker({ speakerId, affiliation }: CallRecord["data"]["parties"][number]) {
  return { id: speakerId, affiliation };
}
