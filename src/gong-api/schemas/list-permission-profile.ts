import { z } from "zod";
import type { WirePermissionProfile } from "../present/present-permission-profile.ts";
import { idText } from "../wire-types.ts";

/** The query of `GET /v2/all-permission-profiles`. */
export const listPermissionProfileRequest = z.object({ workspaceId: idText });
export type ListPermissionProfileRequest = z.infer<typeof listPermissionProfileRequest>;

export interface ListPermissionProfileResponse {
  readonly profiles: readonly WirePermissionProfile[];
}
