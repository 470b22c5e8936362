import { NotFoundError } from "../../../calls/errors.ts";
import { asId, type UserId } from "../../../calls/ids.ts";
import { presentUser } from "../../../gong-api/present/present-user.ts";
import type { TamtamApi } from "../../../gong-api/tamtam/tamtam-api.ts";
import { readUserFields, type UserWriteParts } from "./user-changes.ts";

export function changeUser(parts: UserWriteParts): TamtamApi["changeUser"] {
  return async ({ id, ...given }) => {
    const userId = asId<UserId>(id);
    const read = async () => {
      const [user] = await parts.userAccounts.getMany([userId]);
      if (!user) throw new NotFoundError(`There is no user ${id}; GET /v2/users lists them.`);
      return user;
    };
    const change = readUserFields(given, await read());
    await parts.database.transact((transaction) =>
      parts.userAccounts.change(userId, change, parts.clock(), transaction),
    );
    return { user: presentUser(await read(), parts.companyTime) };
  };
}
