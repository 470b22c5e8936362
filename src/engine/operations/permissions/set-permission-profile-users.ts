import { InvalidInputError, NotFoundError } from "../../../calls/errors.ts";
import { asId, type UserId } from "../../../calls/ids.ts";
import type { TamtamApi } from "../../../gong-api/tamtam/tamtam-api.ts";
import { listPermissionProfileUsers, type ListPermissionProfileUsersParts } from "./list-permission-profile-users.ts";

export function setPermissionProfileUsers(
  parts: ListPermissionProfileUsersParts,
): TamtamApi["setPermissionProfileUsers"] {
  return async ({ profileId, userIds }) => {
    const profile = await parts.permissionProfiles.get(asId(profileId));
    if (!profile) throw new NotFoundError(`There is no permission profile ${profileId}.`);
    const users = await parts.userAccounts.getMany(userIds.map((id) => asId<UserId>(id)));
    const unknown = userIds.filter((id) => !users.some((user) => user.id === id));
    if (unknown.length > 0) {
      const message = `names users that there are not: ${unknown.join(", ")}; GET /v2/users lists them`;
      throw new InvalidInputError([{ parameter: "userIds", message }]);
    }
    await parts.database.transact((transaction) =>
      parts.permissionProfiles.setUserIds(
        profile,
        users.map(({ id }) => id),
        transaction,
      ),
    );
    return listPermissionProfileUsers(parts)({ profileId });
  };
}
