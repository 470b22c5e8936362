import { z } from "zod";
import type { SpokenSentence } from "../gong-api/call-record.ts";

/** A sentence with who says it. Times are seconds. */
export const sentenceAnswer = z.object({
  start: z.number(),
  end: z.number(),
  speaker: z.string().nullable().describe("Null when the person is not known"),
  affiliation: z.enum(["Internal", "External", "Unknown"]),
  text: z.string(),
  lowConfidence: z.literal(true).optional(),
});

export function presentSentence(sentence: SpokenSentence): z.infer<typeof sentenceAnswer> {
  const { start, end, speakerName, affiliation, text, isLowConfidence } = sentence;
  const spoken = { start, end, speaker: speakerName, affiliation, text };
  return isLowConfidence ? { ...spoken, lowConfidence: true } : spoken;
}
