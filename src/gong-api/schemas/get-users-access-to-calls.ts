import { z } from "zod";
import { idList } from "../wire-types.ts";

/** The body of `POST /v2/calls/users-access`. */
export const getUsersAccessToCallsRequest = z.object({ filter: z.object({ callIds: idList }) });
export type GetUsersAccessToCallsRequest = z.infer<typeof getUsersAccessToCallsRequest>;

export interface GetUsersAccessToCallsResponse {
  readonly callAccessList: readonly {
    readonly callId: string;
    /** Only those whom this API gave access. */
    readonly users: readonly { readonly userId: string }[];
  }[];
}
