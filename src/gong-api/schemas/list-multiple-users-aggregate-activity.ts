import type { Activity } from "../activity.ts";
import type { Records } from "../wire-types.ts";
import { type AnsweredSpan, type AnsweredUser, type UsersAndDates, usersAndDates } from "./users-and-dates.ts";

/** The body of `POST /v2/stats/activity/aggregate`. */
export const listMultipleUsersAggregateActivityRequest = usersAndDates;
export type ListMultipleUsersAggregateActivityRequest = UsersAndDates;

export interface ListMultipleUsersAggregateActivityResponse extends AnsweredSpan {
  readonly records: Records;
  /** Gong: one for each user with activity in the span. */
  readonly usersAggregateActivityStats: readonly (AnsweredUser & {
    readonly userAggregateActivityStats: Activity<number>;
  })[];
}
