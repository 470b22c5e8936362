import { expect, test } from "vitest";
import { makeRecord } from "../../test/support/cli/fake-host.ts";
import { presentCall } from "./call-answer.ts";

const record = makeRecord("1", {
  actualStart: "2025-01-13T01:30:00-08:00",
  clientUniqueId: "a1",
  direction: "Outbound",
  parties: [{ userId: "u1", name: "John Doe" }],
  primaryUser: "u1",
});
const interaction = {
  speakers: [{ id: "s2", userId: null, talkTime: 12.5 }],
  interactionStats: [],
  questions: { companyCount: 0, nonCompanyCount: 0 },
};

test("a voice that is nobody's in particular keeps its side in the talk times", () => {
  const data = { ...record.data, content: { topics: [], brief: "" }, interaction };
  const { content } = presentCall({ ...record, data, speakers: [{ id: "s2", affiliation: "External" }] });
  expect(content?.talkTimes).toEqual([{ speakerId: "s2", speaker: null, affiliation: "External", talkTime: 12.5 }]);
});

test("what was picked out of a call is shown as far as it is known", () => {
  const found = {
    structure: [{ name: "Pricing", duration: 60 }],
    outline: [{ section: "Pricing", startTime: 1.5, duration: 60, items: [{ text: "Ann: Hello.", startTime: 2 }] }],
    highlights: [{ title: "Next steps", items: [{ text: "Ann: I'll call you on Friday.", startTimes: [50] }] }],
    keyPoints: [{ text: "Ann: Hello." }],
  };
  const step = {
    start: 50,
    end: 52,
    text: "I'll call you on Friday.",
    speakerName: "Ann",
    speakerId: "s1",
    affiliation: "Internal",
    speakerSource: "channel",
    confidence: null,
    isLowConfidence: false,
  } as const;
  const data = { ...record.data, content: { topics: [], brief: "", ...found }, interaction };
  const { content } = presentCall({ ...record, data, nextSteps: [{ ...step, due: "on Friday" }] });
  expect(content).toMatchObject({
    structure: found.structure,
    outline: [{ section: "Pricing", start: 1.5, duration: 60, items: [{ text: "Ann: Hello.", start: 2 }] }],
    highlights: found.highlights,
    keyPoints: found.keyPoints,
    nextSteps: [
      {
        start: 50,
        end: 52,
        speaker: "Ann",
        affiliation: "Internal",
        text: "I'll call you on Friday.",
        due: "on Friday",
      },
    ],
  });
  const bare = presentCall({ ...record, data: { ...data, content: { topics: [], brief: "" } } }).content;
  for (const member of [...Object.keys(found), "nextSteps"]) expect(bare).not.toHaveProperty(member);
});
