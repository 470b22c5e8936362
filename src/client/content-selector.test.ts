import { expect, test } from "vitest";
import { contentSelector } from "./content-selector.ts";

const nothing = { context: "None", includeContent: false, includeMedia: false } as const;

test("content is everything that actions show of it", () => {
  const { exposedFields } = contentSelector({ ...nothing, includeContent: true });
  expect(exposedFields?.content).toEqual({
    topics: true,
    brief: true,
    trackers: true,
    structure: true,
    outline: true,
    highlights: true,
    keyPoints: true,
  });
});

test("a look at the topics of many calls asks for nothing heavier", () => {
  expect(contentSelector({ ...nothing, includeContent: true, onlyTopics: true }).exposedFields).toEqual({
    parties: true,
    content: { topics: true },
  });
  expect(contentSelector({ ...nothing, onlyTopics: true }).exposedFields).toEqual({ parties: true });
});
