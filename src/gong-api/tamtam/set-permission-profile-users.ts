import { z } from "zod";
import { idList, idText } from "../wire-types.ts";

/** `PUT /tamtam/v1/permission-profiles/{profileId}/users` */
export const setPermissionProfileUsersRequest = z.strictObject({ profileId: idText, userIds: idList });
export type SetPermissionProfileUsersRequest = z.infer<typeof setPermissionProfileUsersRequest>;
