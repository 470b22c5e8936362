import { presentScorecard } from "../../../gong-api/present/present-scorecard.ts";
import type { TamtamApi } from "../../../gong-api/tamtam/tamtam-api.ts";
import type { ScorecardWriteParts } from "./scorecards.ts";

export function listOwnScorecards(
  parts: Pick<ScorecardWriteParts, "scorecards" | "companyTime">,
): TamtamApi["listOwnScorecards"] {
  return async () => ({
    scorecards: (await parts.scorecards.list()).map((scorecard) => presentScorecard(scorecard, parts.companyTime)),
  });
}
