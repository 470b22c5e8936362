import type { AnsweredScorecard, ScorecardAnswer } from "../../calls/answered-scorecard.ts";
import { type Call, callDurationMs } from "../../calls/call.ts";
import type { AnsweredScorecardId } from "../../calls/ids.ts";
import type { ScorecardQuestion } from "../../calls/scorecard.ts";
import type { Company } from "./company.ts";
import type { CallKind } from "./journeys.ts";
import { makeRandom, type Random } from "./random.ts";
import type { SeededScorecard } from "./scorecards.ts";
import { makeSeededId } from "./seeded-id.ts";

/** Nobody listens to all calls. */
const REVIEWED_SHARE = 0.3;
const HOUR_MS = 3_600_000;

export interface ReviewPlace {
  readonly company: Company;
  readonly scorecards: readonly SeededScorecard[];
  /** No review was made after this. */
  readonly untilMs: number;
}

/** The review of a call by its host's manager, within some days; most calls have none. */
export function reviewCall(call: Call, kind: CallKind, place: ReviewPlace): AnsweredScorecard | undefined {
  const random = makeRandom("review", call.clientUniqueId, call.id);
  const scorecard = place.scorecards.find(({ kinds }) => kinds.includes(kind));
  const host = place.company.employees.find(({ user }) => user.id === call.primaryUserId);
  const reviewerUserId = host?.user.managerId;
  const endMs = call.actualStart.epochMs + (callDurationMs(call) ?? 0);
  const reviewedMs = endMs + random.whole(2, 90) * HOUR_MS + random.whole(0, HOUR_MS);
  if (!random.chance(REVIEWED_SHARE) || !scorecard || !reviewerUserId || reviewedMs >= place.untilMs) return undefined;
  return {
    id: makeSeededId<AnsweredScorecardId>(random),
    scorecardId: scorecard.id,
    callId: call.id,
    reviewedUserId: call.primaryUserId,
    reviewerUserId,
    reviewMethod: "MANUAL",
    reviewedMs,
    visibilityType: random.chance(0.8) ? "PUBLIC" : "MANAGERS_AND_REVIEWEE",
    answers: answersOf(scorecard.questions, random),
  };
}

function answersOf(questions: readonly ScorecardQuestion[], random: Random): readonly ScorecardAnswer[] {
  const level = random.whole(2, 5);
  const scores: number[] = [];
  return questions.flatMap((question): ScorecardAnswer[] => {
    const answer = {
      questionId: question.id,
      questionRevisionId: question.revisionId,
      isOverall: question.isOverall,
      isNotApplicable: false,
    };
    switch (question.form.type) {
      case "RANGE": {
        const score = question.isOverall ? meanOf(scores) : clamp(level + random.whole(-1, 1));
        if (!question.isOverall && random.chance(0.05)) return [{ ...answer, isNotApplicable: true }];
        scores.push(score);
        return [{ ...answer, score }];
      }
      case "SINGLE_SELECT":
      case "MULTI_SELECT":
        return [{ ...answer, selectedOptions: [level >= 4 ? 1 : random.whole(1, 3)] }];
      case "OPEN":
        return random.chance(0.6) ? [{ ...answer, answerText: random.pick(advice) }] : [];
    }
  });
}

const advice = [
  "Leave more room after a question; the customer was about to say more.",
  "Good pace. Next time sum up what was agreed before you say goodbye.",
  "Ask what happens when nothing changes. The cost of that stayed open.",
  "You answered the objection before it was finished. Let them end.",
  "Very well prepared. Bring a customer of the same trade as an example.",
  "Less about features, more about the day of a dispatcher.",
  "Find out who else has to agree before we send a proposal.",
];

function meanOf(scores: readonly number[]): number {
  if (scores.length === 0) return 3;
  return clamp(Math.round(scores.reduce((sum, score) => sum + score, 0) / scores.length));
}

function clamp(score: number): number {
  return Math.min(5, Math.max(1, score));
}
