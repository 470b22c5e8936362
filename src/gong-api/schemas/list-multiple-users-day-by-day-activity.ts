import type { Activity } from "../activity.ts";
import type { Records } from "../wire-types.ts";
import { type AnsweredPeriod, type AnsweredUser, type UsersAndDates, usersAndDates } from "./users-and-dates.ts";

/** The body of `POST /v2/stats/activity/day-by-day`. */
export const listMultipleUsersDayByDayActivityRequest = usersAndDates;
export type ListMultipleUsersDayByDayActivityRequest = UsersAndDates;

export interface ListMultipleUsersDayByDayActivityResponse {
  readonly records: Records;
  /** Gong: users with activity in the span. */
  readonly usersDetailedActivities: readonly (AnsweredUser & {
    /** Gong: one for every day of the span, with the ids of calls. */
    readonly userDailyActivityStats: readonly (Activity<readonly string[]> & AnsweredPeriod)[];
  })[];
}
