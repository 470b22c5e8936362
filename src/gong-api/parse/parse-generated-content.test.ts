import { expect, test } from "vitest";
import { parseGeneratedContent } from "./parse-generated-content.ts";

test("takes what Gong picked out of a call, its own further members left out", () => {
  expect(
    parseGeneratedContent({
      brief: "They met.",
      structure: [{ name: "Meeting Setup", duration: 67 }],
      outline: [
        { section: "Intro", startTime: 0.5, duration: 60, items: [{ text: "They greet.", startTime: 1 }] },
        { section: "Price", startTime: 60.5, duration: 9, items: null },
      ],
      highlights: [{ title: "Next steps", items: [{ text: "Send it.", startTimes: [3, 4.5], id: 7 }] }],
      keyPoints: [{ text: "They met." }],
    }),
  ).toEqual({
    structure: [{ name: "Meeting Setup", duration: 67 }],
    outline: [
      { section: "Intro", startTime: 0.5, duration: 60, items: [{ text: "They greet.", startTime: 1 }] },
      { section: "Price", startTime: 60.5, duration: 9, items: [] },
    ],
    highlights: [{ title: "Next steps", items: [{ text: "Send it.", startTimes: [3, 4.5] }] }],
    keyPoints: [{ text: "They met." }],
  });
});

test("leaves out a block that is missing, null or of another shape, and nothing else", () => {
  expect(parseGeneratedContent({})).toEqual({});
  expect(
    parseGeneratedContent({
      structure: null,
      outline: "none",
      highlights: [{ title: 5 }],
      keyPoints: [{ text: "Yes." }],
    }),
  ).toEqual({ keyPoints: [{ text: "Yes." }] });
});
