import { z } from "zod";
import { idText } from "../wire-types.ts";

/** The query of `GET /v2/permission-profile/users`. */
export const listPermissionProfileUsersRequest = z.object({ profileId: idText });
export type ListPermissionProfileUsersRequest = z.infer<typeof listPermissionProfileUsersRequest>;

export interface ListPermissionProfileUsersResponse {
  readonly users: readonly {
    readonly id: string;
    readonly fullName: string | null;
    readonly emailAddress: string | null;
  }[];
}
