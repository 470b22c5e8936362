import { z } from "zod";
import { givenPermissions } from "../permissions-schema.ts";
import { idText } from "../wire-types.ts";

/** The query and the body of `PUT /v2/permission-profile`. Gong: what the body does not name stays. */
export const updatePermissionProfileRequest = givenPermissions.extend({
  profileId: idText,
  name: z.string().min(1).optional(),
  description: z.string().optional(),
});
export type UpdatePermissionProfileRequest = z.infer<typeof updatePermissionProfileRequest>;
