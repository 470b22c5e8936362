import { asId, type PermissionProfileId } from "../../../calls/ids.ts";
import type { GongApi } from "../../../gong-api/gong-api.ts";
import { presentPermissionProfile } from "../../../gong-api/present/present-permission-profile.ts";
import { wireError } from "../../../gong-api/wire-errors.ts";
import { onlyGiven, type PermissionProfileParts } from "./permission-profiles.ts";

export function updatePermissionProfile(parts: PermissionProfileParts): GongApi["updatePermissionProfile"] {
  return async ({ profileId, name, description, ...given }) => {
    const id = asId<PermissionProfileId>(profileId);
    const change = { name, description, permissions: onlyGiven(given) };
    const changed = await parts.database.transact((transaction) =>
      parts.permissionProfiles.change(id, change, transaction),
    );
    if (!changed) throw wireError("bad-request");
    return { profile: presentPermissionProfile(changed) };
  };
}
