import { noPermissions, type PermissionProfile } from "../../../calls/permission-profile.ts";
import type { GongApi } from "../../../gong-api/gong-api.ts";
import { presentPermissionProfile } from "../../../gong-api/present/present-permission-profile.ts";
import { onlyGiven, type PermissionProfileParts, requireWorkspace } from "./permission-profiles.ts";

export function createPermissionProfile(parts: PermissionProfileParts): GongApi["createPermissionProfile"] {
  return async ({ workspaceId, name, description, ...given }) => {
    const profile: PermissionProfile = {
      id: parts.makeId(),
      workspaceId: await requireWorkspace(parts, workspaceId),
      name,
      description,
      permissions: { ...noPermissions, ...onlyGiven(given) },
    };
    await parts.database.transact((transaction) => parts.permissionProfiles.add(profile, transaction));
    return { profile: presentPermissionProfile(profile) };
  };
}
