import type { AnsweredScorecard } from "../../../calls/answered-scorecard.ts";
import type { Call } from "../../../calls/call.ts";
import { NotFoundError } from "../../../calls/errors.ts";
import { type AnsweredScorecardId, asId } from "../../../calls/ids.ts";
import type { Scorecard } from "../../../calls/scorecard.ts";
import { presentAnsweredScorecard } from "../../../gong-api/present/present-answered-scorecard.ts";
import type { AnsweredScorecardResponse } from "../../../gong-api/tamtam/answer-scorecard.ts";
import type { AnsweredScorecardStore } from "../../store/answered-scorecard-store.ts";
import type { CallStore } from "../../store/call-store.ts";
import type { ScorecardWriteParts } from "./scorecards.ts";

/** What the operations that write reviews need. */
export interface AnsweredScorecardParts extends Omit<ScorecardWriteParts, "workspaces" | "workspaceId"> {
  readonly answeredScorecards: AnsweredScorecardStore;
  readonly calls: Pick<CallStore, "get">;
}

/** @throws NotFoundError */
export async function requireAnswered(
  { answeredScorecards }: Pick<AnsweredScorecardParts, "answeredScorecards">,
  id: string,
): Promise<AnsweredScorecard> {
  const answered = await answeredScorecards.get(asId<AnsweredScorecardId>(id));
  if (answered) return answered;
  throw new NotFoundError(`There is no answered scorecard ${id}; POST /v2/stats/activity/scorecards lists them.`);
}

export function presentAnswered(
  { companyTime }: Pick<AnsweredScorecardParts, "companyTime">,
  answered: AnsweredScorecard,
  about: { readonly scorecard: Scorecard; readonly call: Call },
): AnsweredScorecardResponse {
  const { scorecard, call } = about;
  return {
    answeredScorecard: presentAnsweredScorecard(
      answered,
      { scorecardName: scorecard.name, callStartMs: call.actualStart.epochMs },
      companyTime,
    ),
  };
}
