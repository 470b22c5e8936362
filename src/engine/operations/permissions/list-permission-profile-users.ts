import type { GongApi } from "../../../gong-api/gong-api.ts";
import type { UserAccounts } from "../../store/user-accounts.ts";
import { type PermissionProfileParts, requireProfile } from "./permission-profiles.ts";

export interface ListPermissionProfileUsersParts extends PermissionProfileParts {
  readonly userAccounts: UserAccounts;
}

export function listPermissionProfileUsers(
  parts: ListPermissionProfileUsersParts,
): GongApi["listPermissionProfileUsers"] {
  return async ({ profileId }) => {
    const { id } = await requireProfile(parts, profileId);
    const users = await parts.userAccounts.getMany(await parts.permissionProfiles.userIds(id));
    return {
      users: users.map((user) => ({
        id: user.id,
        fullName: user.name ?? null,
        emailAddress: user.emailAddress ?? null,
      })),
    };
  };
}
