import { z } from "zod";
import type { WirePermissionProfile } from "../present/present-permission-profile.ts";
import { idText } from "../wire-types.ts";

/** The query of `GET /v2/permission-profile`. */
export const getPermissionProfileRequest = z.object({ profileId: idText });
export type GetPermissionProfileRequest = z.infer<typeof getPermissionProfileRequest>;

export interface PermissionProfileResponse {
  readonly profile: WirePermissionProfile;
}
