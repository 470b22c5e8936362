import type { QuestionId, ScorecardId, WorkspaceId } from "../../calls/ids.ts";
import type { AnswerForm, Scorecard } from "../../calls/scorecard.ts";
import { FOUNDED_MS } from "./company.ts";
import type { CallKind } from "./journeys.ts";
import { makeRandom } from "./random.ts";
import { makeSeededId } from "./seeded-id.ts";

interface Plan {
  readonly name: string;
  readonly kinds: readonly CallKind[];
  /** Each answered with one to five. */
  readonly ranges: readonly string[];
}

const oneToFive: AnswerForm = { type: "RANGE", min: 1, max: 5 };
const nextStep: AnswerForm = {
  type: "SINGLE_SELECT",
  options: [
    { id: 1, text: "Yes, with a date" },
    { id: 2, text: "Yes, without a date" },
    { id: 3, text: "No" },
  ],
};

const plans: readonly Plan[] = [
  {
    name: "First contact",
    kinds: ["coldCall", "inquiry"],
    ranges: ["Was the reason for the call clear in the first minute?", "How well did the rep listen?"],
  },
  {
    name: "Discovery",
    kinds: ["discovery"],
    ranges: [
      "Did the rep ask open questions?",
      "Is it clear what the problem costs the customer?",
      "Do we know who decides, and how?",
    ],
  },
  {
    name: "Demo and closing",
    kinds: ["demo", "pricing", "legal"],
    ranges: ["Was the demo about the customer's own work?", "How well were objections answered?"],
  },
];

export interface SeededScorecard extends Scorecard {
  /** The calls that are reviewed by it. */
  readonly kinds: readonly CallKind[];
}

/** What managers go by when they listen to a call: the same in every library, whatever its seeds. */
export function makeScorecards(workspaceId: WorkspaceId): readonly SeededScorecard[] {
  return plans.map(({ name, kinds, ranges }) => {
    const random = makeRandom("scorecard", name);
    const question = (text: string, form: AnswerForm, isOverall = false) => ({
      id: makeSeededId<QuestionId>(random),
      revisionId: makeSeededId<QuestionId>(random),
      text,
      isOverall,
      form,
      createdMs: FOUNDED_MS,
      updatedMs: FOUNDED_MS,
    });
    return {
      id: makeSeededId<ScorecardId>(random),
      workspaceId,
      name,
      kinds,
      isEnabled: true,
      reviewMethod: "MANUAL",
      questions: [
        ...ranges.map((text) => question(text, oneToFive)),
        question("Was a next step agreed?", nextStep),
        question("What could be done better next time?", { type: "OPEN" }),
        question("How would you rate this call?", oneToFive, true),
      ],
      createdMs: FOUNDED_MS,
      updatedMs: FOUNDED_MS,
    };
  });
}
