import { z } from "zod";
import { givenPermissions } from "../permissions-schema.ts";
import { idText } from "../wire-types.ts";

/** The query and the body of `POST /v2/permission-profile`. Gong: an `id` is passed over. */
export const createPermissionProfileRequest = givenPermissions.extend({
  workspaceId: idText,
  name: z.string().min(1),
  description: z.string().optional(),
});
export type CreatePermissionProfileRequest = z.infer<typeof createPermissionProfileRequest>;
