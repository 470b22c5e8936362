import type { GongApi } from "../../../gong-api/gong-api.ts";
import { presentScorecard } from "../../../gong-api/present/present-scorecard.ts";
import { wireError } from "../../../gong-api/wire-errors.ts";
import type { ScorecardWriteParts } from "./scorecards.ts";

export function listScorecards(
  parts: Pick<ScorecardWriteParts, "scorecards" | "companyTime">,
): GongApi["listScorecards"] {
  return async () => {
    const scorecards = await parts.scorecards.list();
    if (scorecards.length === 0) throw wireError("scorecards-not-found");
    return { scorecards: scorecards.map((scorecard) => presentScorecard(scorecard, parts.companyTime)) };
  };
}
