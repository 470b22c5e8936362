import { z } from "zod";
import { idList, idText } from "../wire-types.ts";

/** The body of `DELETE /v2/calls/users-access`. */
export const deleteUsersAccessToCallsRequest = z.object({
  callAccessList: z.array(z.object({ callId: idText, userIds: idList })),
});
export type DeleteUsersAccessToCallsRequest = z.infer<typeof deleteUsersAccessToCallsRequest>;
