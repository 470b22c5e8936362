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
