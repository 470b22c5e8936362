import { InvalidInputError, NotFoundError } from "../../../calls/errors.ts";
import { asId, type IdSource, type QuestionId, type ScorecardId } from "../../../calls/ids.ts";
import { type AnswerForm, isSameQuestion, type Scorecard, type ScorecardQuestion } from "../../../calls/scorecard.ts";
import type { CompanyTime } from "../../../gong-api/company-time.ts";
import { DEFAULT_MAX, DEFAULT_MIN, type GivenQuestion } from "../../../gong-api/tamtam/scorecard-fields.ts";
import type { Database } from "../../database/transaction.ts";
import type { UserDirectory } from "../../store/call-store.ts";
import type { ScorecardStore } from "../../store/scorecard-store.ts";
import type { WorkspaceParts } from "./known-workspaces.ts";

/** What the operations that write scorecards need. */
export interface ScorecardWriteParts extends WorkspaceParts {
  readonly database: Database;
  readonly scorecards: ScorecardStore;
  readonly users: UserDirectory;
  readonly makeId: IdSource;
  readonly companyTime: CompanyTime;
  readonly clock: () => number;
}

/** @throws NotFoundError */
export async function requireScorecard(
  { scorecards }: Pick<ScorecardWriteParts, "scorecards">,
  id: string,
): Promise<Scorecard> {
  const scorecard = await scorecards.get(asId<ScorecardId>(id));
  if (!scorecard) throw new NotFoundError(`There is no scorecard ${id}; GET /tamtam/v1/scorecards lists them.`);
  return scorecard;
}

/**
 * The questions of a request. One that was there before keeps its id, and its revision too as long as it reads the same.
 * @throws InvalidInputError for two questions of one id
 */
export function readQuestions(
  { makeId, clock }: Pick<ScorecardWriteParts, "makeId" | "clock">,
  given: readonly GivenQuestion[],
  before: readonly ScorecardQuestion[] = [],
): readonly ScorecardQuestion[] {
  refuseRepeated(given);
  const nowMs = clock();
  const byId = new Map<string, ScorecardQuestion>(before.map((question) => [question.id, question]));
  return given.map((each) => {
    const known = each.questionId === undefined ? undefined : byId.get(each.questionId);
    const question: ScorecardQuestion = {
      id: each.questionId === undefined ? makeId<QuestionId>() : asId<QuestionId>(each.questionId),
      revisionId: makeId<QuestionId>(),
      text: each.questionText,
      isOverall: each.isOverall ?? false,
      form: readForm(each),
      answerGuide: each.answerGuide || undefined,
      createdMs: known?.createdMs ?? nowMs,
      updatedMs: nowMs,
    };
    return known && isSameQuestion(known, question) ? known : question;
  });
}

/** The request's schema has made sure that a question has what its type needs. */
function readForm({ questionType: type, minRange, maxRange, answerOptions }: GivenQuestion): AnswerForm {
  switch (type) {
    case "RANGE":
      return { type, min: minRange ?? DEFAULT_MIN, max: maxRange ?? DEFAULT_MAX };
    case "SINGLE_SELECT":
    case "MULTI_SELECT":
      return { type, options: answerOptions ?? [] };
    case "OPEN":
      return { type };
  }
}

function refuseRepeated(questions: readonly GivenQuestion[]): void {
  const seen = new Set<string>();
  const repeated = questions
    .flatMap(({ questionId }) => questionId ?? [])
    .find((id) => {
      const isThere = seen.has(id);
      seen.add(id);
      return isThere;
    });
  if (repeated === undefined) return;
  throw new InvalidInputError([
    { parameter: "questions", message: `must have ids of their own; ${repeated} is there twice` },
  ]);
}
