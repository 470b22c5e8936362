import { inArea, type Operation } from "../operation.ts";
import { listMultipleUsersAggregateActivityRequest } from "../schemas/list-multiple-users-aggregate-activity.ts";
import { listMultipleUsersAggregateByPeriodRequest } from "../schemas/list-multiple-users-aggregate-by-period.ts";
import { listMultipleUsersDayByDayActivityRequest } from "../schemas/list-multiple-users-day-by-day-activity.ts";
import { listAnsweredScorecardsRequest } from "../schemas/list-answered-scorecards.ts";
import { listInteractionStatsRequest } from "../schemas/list-interaction-stats.ts";

const stats = inArea("Stats");

/** Of every statistic of activity. */
const activityDifferences = [
  "`callsAsHost` and `callsAttended` are counted from the calls, `callsScorecardsFilled` and `callsScorecardsReceived` from the calls that were reviewed in that time by people.",
  "`ownCallsListenedTo` (calls that the user hosted) and `othersCallsListenedTo` are the calls whose recording was fetched with a key that acts for the user or by a link made for them, `callsSharedInternally` those that such a key gave others access to; as far back as the audit log goes.",
  "The other counters are 0: nobody can give feedback or comment here, and who shares links outside the company is not known.",
  "A user attended a call if one of its parties names them and they are not its host.",
];

const tooManyPeriods = "More than 1,000 days or periods in one request answer 400.";

export const statsOperations: readonly Operation[] = [
  stats.served("listMultipleUsersAggregateActivity", "POST /v2/stats/activity/aggregate", "api:stats:user-actions", {
    body: "json",
    request: listMultipleUsersAggregateActivityRequest,
    differences: activityDifferences,
  }),
  stats.served(
    "listMultipleUsersAggregateByPeriod",
    "POST /v2/stats/activity/aggregate-by-period",
    "api:stats:user-actions",
    {
      body: "json",
      request: listMultipleUsersAggregateByPeriodRequest,
      differences: [...activityDifferences, tooManyPeriods],
    },
  ),
  stats.served(
    "listMultipleUsersDayByDayActivity",
    "POST /v2/stats/activity/day-by-day",
    "api:stats:user-actions:detailed",
    {
      body: "json",
      request: listMultipleUsersDayByDayActivityRequest,
      differences: [...activityDifferences, tooManyPeriods],
    },
  ),
  stats.served("listAnsweredScorecards", "POST /v2/stats/activity/scorecards", "api:stats:scorecards", {
    body: "json",
    request: listAnsweredScorecardsRequest,
    differences: [
      "Calls are reviewed on `/tamtam/v1/answered-scorecards`, those of `AUTOMATIC` scorecards too: no program fills them here.",
      "Ordered as the reviews came. A key that acts for a user is shown reviews of calls that the user may see, as far as their `visibilityType` allows.",
    ],
  }),
  stats.served("listInteractionStats", "POST /v2/stats/interaction", "api:stats:interaction", {
    body: "json",
    request: listInteractionStatsRequest,
    differences: [
      "Of every analysed call that the user hosted: there is no Whisper that could be off.",
      "The figures are of the company's side of each call, by Tamtam's own formulas (Gong publishes none); all six names are answered where they can be computed.",
    ],
  }),
];
