import type { GongApi } from "../../../gong-api/gong-api.ts";
import { presentPermissionProfile } from "../../../gong-api/present/present-permission-profile.ts";
import { type PermissionProfileParts, requireProfile } from "./permission-profiles.ts";

export function getPermissionProfile(parts: PermissionProfileParts): GongApi["getPermissionProfile"] {
  return async ({ profileId }) => ({ profile: presentPermissionProfile(await requireProfile(parts, profileId)) });
}
