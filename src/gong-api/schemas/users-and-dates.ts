import { z } from "zod";
import { calendarDate, dateTime, idList } from "../wire-types.ts";

/** The body that the statistics of users have in common. From a day on, and before another. */
export const usersAndDates = z.object({
  cursor: z.string().optional(),
  filter: z.object({
    fromDate: calendarDate,
    toDate: calendarDate,
    userIds: idList.optional(),
    /** When the users were entered. */
    createdFromDateTime: dateTime.optional(),
    createdToDateTime: dateTime.optional(),
  }),
});
export type UsersAndDates = z.infer<typeof usersAndDates>;

/** Which time an answer is about, as it was understood. */
export interface AnsweredSpan {
  readonly fromDateTime: string;
  readonly toDateTime: string;
  /** Its name: `Europe/Berlin`. */
  readonly timeZone: string;
}

/** The days or periods of an answer begin and end with these moments. */
export interface AnsweredPeriod {
  readonly fromDate: string;
  readonly toDate: string;
}

export interface AnsweredUser {
  readonly userId: string;
  readonly userEmailAddress: string | null;
}
