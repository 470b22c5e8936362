import type { GongApi } from "../../../gong-api/gong-api.ts";
import { presentPermissionProfile } from "../../../gong-api/present/present-permission-profile.ts";
import { type PermissionProfileParts, requireWorkspace } from "./permission-profiles.ts";

export function listPermissionProfile(parts: PermissionProfileParts): GongApi["listPermissionProfile"] {
  return async ({ workspaceId }) => {
    const profiles = await parts.permissionProfiles.list(await requireWorkspace(parts, workspaceId));
    return { profiles: profiles.map(presentPermissionProfile) };
  };
}
