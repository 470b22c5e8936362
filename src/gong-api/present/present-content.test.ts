import { expect, test } from "vitest";
import {
  makeAnalysis,
  makeCall,
  makeParty,
  makeSpeaker,
  makeTranscript,
} from "../../../test/contracts/sample-calls.ts";
import { asId, type PartyId, type SpeakerId } from "../../calls/ids.ts";
import { presentGenerated } from "./present-content.ts";

const jane = makeParty({ id: asId<PartyId>("5"), emailAddress: "jane@acme.example", speakerId: asId<SpeakerId>("71") });
const call = makeCall({ parties: [jane] });
const transcript = makeTranscript(
  ["One.", [1, "Two."], [2, "Three."]],
  [makeSpeaker("71", { partyId: jane.id }), makeSpeaker("72"), makeSpeaker("73")],
);

test("who says something is named as in the list of parties, a voice that is nobody's by its number there", () => {
  const analysis = { ...makeAnalysis(), keyPoints: [0, 1, 2] };
  expect(presentGenerated(call, analysis, transcript)).toEqual({
    keyPoints: [{ text: "jane@acme.example: One." }, { text: "Speaker #1: Two." }, { text: "Speaker #2: Three." }],
  });
});

test("what was looked for and not found is empty, what was not looked for is absent", () => {
  const analysis = { ...makeAnalysis(), keyPoints: [], outline: [], nextSteps: [] };
  expect(presentGenerated(call, analysis, transcript)).toEqual({
    structure: [],
    outline: [],
    highlights: [],
    keyPoints: [],
  });
  expect(presentGenerated(call, makeAnalysis(), transcript)).toEqual({});
});
