import type { Records } from "../wire-types.ts";
import { type AnsweredSpan, type AnsweredUser, type UsersAndDates, usersAndDates } from "./users-and-dates.ts";

/** The body of `POST /v2/stats/interaction`. */
export const listInteractionStatsRequest = usersAndDates;
export type ListInteractionStatsRequest = UsersAndDates;

export interface ListInteractionStatsResponse extends AnsweredSpan {
  readonly records: Records;
  readonly peopleInteractionStats: readonly (AnsweredUser & {
    readonly personInteractionStats: readonly { readonly name: string; readonly value: number }[];
  })[];
}
