import { z } from "zod";
import { dateTime, idList } from "../wire-types.ts";

/** The body of `POST /v2/users/extensive`. Gong: an empty filter means all users, a missing one is refused. */
export const listMultipleUsersRequest = z.object({
  cursor: z.string().optional(),
  filter: z.object({
    createdFromDateTime: dateTime.optional(),
    createdToDateTime: dateTime.optional(),
    userIds: idList.optional(),
  }),
});
export type ListMultipleUsersRequest = z.infer<typeof listMultipleUsersRequest>;
