import { z } from "zod";
import { idList, idText } from "../wire-types.ts";

/** The body of `PUT /v2/calls/users-access`. */
export const addUsersAccessToCallsRequest = z.object({
  callAccessList: z.array(z.object({ callId: idText, userIds: idList })),
});
export type AddUsersAccessToCallsRequest = z.infer<typeof addUsersAccessToCallsRequest>;
