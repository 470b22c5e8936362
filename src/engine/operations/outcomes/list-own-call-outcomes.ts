import type { TamtamApi } from "../../../gong-api/tamtam/tamtam-api.ts";
import { type CallOutcomeParts, presentOwnOutcome } from "./call-outcomes.ts";

export function listOwnCallOutcomes({
  callOutcomes,
}: Pick<CallOutcomeParts, "callOutcomes">): TamtamApi["listOwnCallOutcomes"] {
  return async () => ({ outcomes: (await callOutcomes.list()).map(presentOwnOutcome) });
}
