import { describe, expect, it } from "vitest";
import { type GivenAnswer, readAnswers } from "./answered-scorecard.ts";
import { asId } from "./ids.ts";
import type { AnswerForm, ScorecardQuestion } from "./scorecard.ts";

function question(id: string, form: AnswerForm): ScorecardQuestion {
  return {
    id: asId(id),
    revisionId: asId(`${id}0`),
    text: "?",
    isOverall: id === "1",
    form,
    createdMs: 0,
    updatedMs: 0,
  };
}

const options = [
  { id: 1, text: "Yes" },
  { id: 2, text: "No" },
];
const scorecard = {
  name: "Demo",
  questions: [
    question("1", { type: "RANGE", min: 1, max: 5 }),
    question("2", { type: "SINGLE_SELECT", options }),
    question("3", { type: "MULTI_SELECT", options }),
    question("4", { type: "OPEN" }),
  ],
};
const read = (...answers: readonly GivenAnswer[]) => readAnswers(scorecard, answers);

describe("answers", () => {
  it("name the revision of the question that they were given to", () => {
    const { answers, problems } = read(
      { questionId: "1", score: 5, answerText: " Well done. " },
      { questionId: "3", selectedOptions: [2, 1, 2] },
      { questionId: "4", answerText: "Call again" },
      { questionId: "2", notApplicable: true, answerText: "Was not asked" },
    );
    expect(problems).toEqual([]);
    expect(answers).toEqual([
      {
        questionId: "1",
        questionRevisionId: "10",
        isOverall: true,
        score: 5,
        answerText: "Well done.",
        isNotApplicable: false,
      },
      { questionId: "3", questionRevisionId: "30", isOverall: false, isNotApplicable: false, selectedOptions: [2, 1] },
      { questionId: "4", questionRevisionId: "40", isOverall: false, isNotApplicable: false, answerText: "Call again" },
      {
        questionId: "2",
        questionRevisionId: "20",
        isOverall: false,
        isNotApplicable: true,
        answerText: "Was not asked",
      },
    ]);
  });

  it.each<[GivenAnswer, string]>([
    [{ questionId: "9", score: 1 }, 'answers[0].questionId: is no question of "Demo"; got 9'],
    [{ questionId: "1" }, "answers[0].score: must be from 1 to 5"],
    [{ questionId: "1", score: 0 }, "answers[0].score: must be from 1 to 5; got 0"],
    [{ questionId: "1", score: 6 }, "answers[0].score: must be from 1 to 5; got 6"],
    [
      { questionId: "1", score: 3, selectedOptions: [1] },
      "answers[0].selectedOptions: have no place in a question of type RANGE",
    ],
    [
      { questionId: "1", score: 3, notApplicable: true },
      "answers[0].notApplicable: must be false where there is a score or an option",
    ],
    [{ questionId: "2", selectedOptions: [1, 2] }, "answers[0].selectedOptions: must name one option only"],
    [
      { questionId: "2", selectedOptions: [] },
      "answers[0].selectedOptions: must name an option, unless notApplicable is true",
    ],
    [
      { questionId: "3", selectedOptions: [1, 7] },
      "answers[0].selectedOptions: must be ids of the question's options (1, 2); got 7",
    ],
    [{ questionId: "3", score: 2 }, "answers[0].score: has no place in a question of type MULTI_SELECT; got 2"],
    [{ questionId: "4", answerText: " " }, "answers[0].answerText: must not be empty, unless notApplicable is true"],
  ])("of %j are refused", (answer, problem) => {
    expect(read(answer).problems.map(({ parameter, message }) => `${parameter}: ${message}`)).toEqual([problem]);
  });

  it("are refused all at once, and one question is answered once", () => {
    const { problems } = read(
      { questionId: "1", score: 9 },
      { questionId: "4", answerText: "a" },
      { questionId: "4", answerText: "b" },
    );
    expect(problems.map(({ parameter }) => parameter)).toEqual(["answers[0].score", "answers[2].questionId"]);
  });
});
