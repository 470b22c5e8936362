import { asId, type ScorecardId } from "../../../calls/ids.ts";
import type { Scorecard } from "../../../calls/scorecard.ts";
import { presentScorecard } from "../../../gong-api/present/present-scorecard.ts";
import type { TamtamApi } from "../../../gong-api/tamtam/tamtam-api.ts";
import { knownWorkspace } from "./known-workspaces.ts";
import { requireUser } from "../users/known-users.ts";
import { readQuestions, type ScorecardWriteParts } from "./scorecards.ts";

export function createScorecard(parts: ScorecardWriteParts): TamtamApi["createScorecard"] {
  return async ({ id, workspaceId, scorecardName, enabled = true, reviewMethod = "MANUAL", ...given }) => {
    const nowMs = parts.clock();
    const scorecard: Scorecard = {
      id: id === undefined ? parts.makeId<ScorecardId>() : asId<ScorecardId>(id),
      workspaceId:
        workspaceId === undefined ? parts.workspaceId : (await knownWorkspace(parts, "workspaceId", workspaceId)).id,
      name: scorecardName,
      isEnabled: enabled,
      reviewMethod,
      questions: readQuestions(parts, given.questions),
      createdMs: nowMs,
      updatedMs: nowMs,
      updaterUserId: await requireUser(parts, "updaterUserId", given.updaterUserId),
    };
    await parts.database.transact((transaction) => parts.scorecards.add(scorecard, transaction));
    return { scorecard: presentScorecard(scorecard, parts.companyTime) };
  };
}
