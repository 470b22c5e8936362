import { z } from "zod";
import type { Activity } from "../activity.ts";
import type { Records } from "../wire-types.ts";
import { type AnsweredPeriod, type AnsweredUser, usersAndDates } from "./users-and-dates.ts";

/** The body of `POST /v2/stats/activity/aggregate-by-period`. Gong: another period than those it knows is a JSON parse error. */
export const listMultipleUsersAggregateByPeriodRequest = usersAndDates.extend({ aggregationPeriod: z.string() });
export type ListMultipleUsersAggregateByPeriodRequest = z.infer<typeof listMultipleUsersAggregateByPeriodRequest>;

export interface ListMultipleUsersAggregateByPeriodResponse {
  readonly records: Records;
  /** Gong: users with activity in the span, or those that were asked for. */
  readonly usersAggregateActivity: readonly (AnsweredUser & {
    /** Every period of the span in order. */
    readonly userAggregateActivity: readonly (Activity<number> & AnsweredPeriod)[];
  })[];
}
