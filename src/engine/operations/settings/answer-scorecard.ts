import { type AnsweredScorecard, readAnswers } from "../../../calls/answered-scorecard.ts";
import type { Call } from "../../../calls/call.ts";
import { type InputProblem, InvalidInputError } from "../../../calls/errors.ts";
import { type AnsweredScorecardId, asId, type UserId } from "../../../calls/ids.ts";
import type { Scorecard } from "../../../calls/scorecard.ts";
import type { AnswerScorecardRequest } from "../../../gong-api/tamtam/answer-scorecard.ts";
import type { TamtamApi } from "../../../gong-api/tamtam/tamtam-api.ts";
import { type AnsweredScorecardParts, presentAnswered } from "./answered-scorecards.ts";
import { requireCall } from "../calls/known-calls.ts";
import { requireScorecard } from "./scorecards.ts";

export function answerScorecard(parts: AnsweredScorecardParts): TamtamApi["answerScorecard"] {
  return (request) =>
    parts.database.transact(async (transaction) => {
      const call = await requireCall(parts, request.callId);
      const scorecard = await requireScorecard(parts, request.scorecardId);
      const answered = await readAnsweredScorecard(parts, request, { call, scorecard });
      await parts.answeredScorecards.add(answered, transaction);
      return presentAnswered(parts, answered, { scorecard, call });
    });
}

/** @throws InvalidInputError naming all that is wrong with it */
async function readAnsweredScorecard(
  parts: AnsweredScorecardParts,
  request: AnswerScorecardRequest,
  { call, scorecard }: { readonly call: Call; readonly scorecard: Scorecard },
): Promise<AnsweredScorecard> {
  const { answers, problems } = readAnswers(scorecard, request.answers);
  const all = [
    ...problemsOfPlace(call, scorecard),
    ...(await problemsOfReviewer(parts, scorecard, request.reviewerUserId)),
    ...(await problemsOfReviewed(parts, call, request)),
    ...problems,
  ];
  if (all.length > 0) throw new InvalidInputError(all);
  const { reviewerUserId, reviewedUserId, reviewTime } = request;
  return {
    id: parts.makeId<AnsweredScorecardId>(),
    scorecardId: scorecard.id,
    callId: call.id,
    reviewedUserId: reviewedUserId === undefined ? call.primaryUserId : asId<UserId>(reviewedUserId),
    reviewerUserId: reviewerUserId === undefined ? undefined : asId<UserId>(reviewerUserId),
    reviewMethod: scorecard.reviewMethod,
    reviewedMs: (reviewTime === undefined ? undefined : parts.companyTime.parse(reviewTime)) ?? parts.clock(),
    visibilityType: request.visibilityType ?? "PUBLIC",
    answers,
  };
}

function problemsOfPlace(call: Call, scorecard: Scorecard): InputProblem[] {
  const refuse = (message: string) => [{ parameter: "scorecardId", message }];
  if (scorecard.workspaceId !== call.workspaceId) {
    return refuse(`belongs to workspace ${scorecard.workspaceId}, and the call to ${call.workspaceId}`);
  }
  return scorecard.isEnabled ? [] : refuse(`"${scorecard.name}" is not enabled`);
}

async function problemsOfReviewer(
  { users }: Pick<AnsweredScorecardParts, "users">,
  { reviewMethod }: Scorecard,
  id: string | undefined,
): Promise<InputProblem[]> {
  const refuse = (message: string) => [{ parameter: "reviewerUserId", message }];
  if (reviewMethod === "AUTOMATIC") return id === undefined ? [] : refuse("has no place in an AUTOMATIC scorecard");
  if (id === undefined) return refuse("must not be null");
  return (await users.get(asId<UserId>(id))) ? [] : refuse(`there is no user ${id}; GET /v2/users lists them`);
}

/** Gong: the host is who is reviewed; here it may be another user who was on the call. */
async function problemsOfReviewed(
  { users }: Pick<AnsweredScorecardParts, "users">,
  call: Call,
  { reviewedUserId = call.primaryUserId }: AnswerScorecardRequest,
): Promise<InputProblem[]> {
  const refuse = (message: string) => [{ parameter: "reviewedUserId", message }];
  const onCall = new Set<string>([call.primaryUserId, ...call.parties.flatMap(({ userId }) => userId ?? [])]);
  if (!onCall.has(reviewedUserId)) {
    return refuse(`must be a user of the call (${[...onCall].join(", ")}); got ${reviewedUserId}`);
  }
  const user = await users.get(asId<UserId>(reviewedUserId));
  return user
    ? []
    : refuse(`there is no user ${reviewedUserId}, who hosted the call; POST /tamtam/v1/users enters them`);
}
