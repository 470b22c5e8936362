import type { InputProblem } from "./errors.ts";
import type { AnsweredScorecardId, CallId, QuestionId, ScorecardId, UserId } from "./ids.ts";
import type { ReviewMethod, Scorecard, ScorecardQuestion } from "./scorecard.ts";

/** Who may see an answered scorecard, in Gong's words. */
export const visibilityTypes = ["PUBLIC", "PRIVATE", "OPT_IN_USERS", "MANAGERS", "MANAGERS_AND_REVIEWEE"] as const;
export type VisibilityType = (typeof visibilityTypes)[number];

/** The answer to one question. A question that was passed over has none. */
export interface ScorecardAnswer {
  readonly questionId: QuestionId;
  readonly questionRevisionId: QuestionId;
  readonly isOverall: boolean;
  readonly score?: number | undefined;
  readonly answerText?: string | undefined;
  /** The question says nothing about this call. */
  readonly isNotApplicable: boolean;
  readonly selectedOptions?: readonly number[] | undefined;
}

/** One review of one call. */
export interface AnsweredScorecard {
  readonly id: AnsweredScorecardId;
  readonly scorecardId: ScorecardId;
  readonly callId: CallId;
  readonly reviewedUserId: UserId;
  /** Nobody where a program did it. */
  readonly reviewerUserId?: UserId | undefined;
  readonly reviewMethod: ReviewMethod;
  /** Who changed it last, if somebody else than the reviewer. */
  readonly editorUserId?: UserId | undefined;
  readonly reviewedMs: number;
  readonly visibilityType: VisibilityType;
  readonly answers: readonly ScorecardAnswer[];
}

/** An answer as somebody gives it. */
export interface GivenAnswer {
  readonly questionId: string;
  readonly score?: number | undefined;
  readonly answerText?: string | undefined;
  readonly notApplicable?: boolean | undefined;
  readonly selectedOptions?: readonly number[] | undefined;
}

/** Checks answers against the questions they are for. @returns the answers, or everything that is wrong with them */
export function readAnswers(
  scorecard: Pick<Scorecard, "name" | "questions">,
  given: readonly GivenAnswer[],
): { readonly answers: readonly ScorecardAnswer[]; readonly problems: readonly InputProblem[] } {
  const problems: InputProblem[] = [];
  const seen = new Set<string>();
  const answers = given.flatMap((answer, index) => {
    const refuse = (member: string, message: string) => {
      problems.push({ parameter: `answers[${index}].${member}`, message });
      return [];
    };
    const question = scorecard.questions.find(({ id }) => id === answer.questionId);
    if (!question) return refuse("questionId", `is no question of "${scorecard.name}"; got ${answer.questionId}`);
    if (seen.has(question.id)) return refuse("questionId", `is answered twice; got ${answer.questionId}`);
    seen.add(question.id);
    const problem = answer.notApplicable ? problemOfNone(answer) : problemOf(question, answer);
    return problem ? refuse(...problem) : [asAnswer(question, answer)];
  });
  return { answers, problems };
}

type Problem = readonly [member: string, message: string];

function problemOfNone({ score, selectedOptions }: GivenAnswer): Problem | undefined {
  if (score === undefined && selectedOptions === undefined) return undefined;
  return ["notApplicable", "must be false where there is a score or an option"];
}

function problemOf(
  question: ScorecardQuestion,
  { score, selectedOptions, answerText }: GivenAnswer,
): Problem | undefined {
  const { form } = question;
  if (form.type !== "RANGE" && score !== undefined)
    return ["score", `has no place in a question of type ${form.type}; got ${score}`];
  const hasOptions = form.type === "SINGLE_SELECT" || form.type === "MULTI_SELECT";
  if (!hasOptions && selectedOptions !== undefined)
    return ["selectedOptions", `have no place in a question of type ${form.type}`];
  switch (form.type) {
    case "RANGE":
      if (score !== undefined && score >= form.min && score <= form.max) return undefined;
      return ["score", `must be from ${form.min} to ${form.max}${score === undefined ? "" : `; got ${score}`}`];
    case "OPEN":
      return answerText?.trim() ? undefined : ["answerText", "must not be empty, unless notApplicable is true"];
    case "SINGLE_SELECT":
    case "MULTI_SELECT":
      return problemOfOptions(form, selectedOptions ?? []);
  }
}

function problemOfOptions(
  { type, options }: Extract<ScorecardQuestion["form"], { options: unknown }>,
  selected: readonly number[],
): Problem | undefined {
  const known = options.map(({ id }) => id);
  const unknown = selected.filter((id) => !known.includes(id));
  if (unknown.length > 0) {
    return [
      "selectedOptions",
      `must be ids of the question's options (${known.join(", ")}); got ${unknown.join(", ")}`,
    ];
  }
  if (selected.length === 0) return ["selectedOptions", "must name an option, unless notApplicable is true"];
  if (type === "SINGLE_SELECT" && selected.length > 1) return ["selectedOptions", "must name one option only"];
  return undefined;
}

function asAnswer(question: ScorecardQuestion, given: GivenAnswer): ScorecardAnswer {
  return {
    questionId: question.id,
    questionRevisionId: question.revisionId,
    isOverall: question.isOverall,
    score: given.score,
    answerText: given.answerText?.trim() || undefined,
    isNotApplicable: given.notApplicable ?? false,
    selectedOptions: given.selectedOptions && [...new Set(given.selectedOptions)],
  };
}
