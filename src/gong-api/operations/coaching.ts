import { inArea, type Operation } from "../operation.ts";
import { coachingRequest } from "../schemas/list-users-1.ts";

const coaching = inArea("Coaching");

/** Of what a manager did with the calls of who reports to them. */
const coachingDifferences = [
  "Metrics are lists of ids of calls, by names that Gong is known to answer; its document has none.",
  "`callsListenedTo` are those whose recording was fetched with a key that acts for the manager, or by a link made for them.",
  "`callsManagerAttended` are the calls of the time that both were on, `callsWithScorecardFilled` those that the manager answered a scorecard about the report for. `callsManagerCommentedOn` and `callsWithFeedback` are empty: nobody can comment or give feedback here.",
];

export const coachingOperations: readonly Operation[] = [
  coaching.served("listUsers_1", "GET /v2/coaching", "api:coaching:read", {
    query: ["workspace-id", "manager-id", "from", "to"],
    request: coachingRequest,
    differences: coachingDifferences,
  }),
];
