import { InvalidInputError } from "../../../calls/errors.ts";
import { asId, type UserId } from "../../../calls/ids.ts";
import type { UserDirectory } from "../../store/call-store.ts";

/** @throws InvalidInputError naming the parameter that a user was to be in */
export async function requireUser(
  { users }: { readonly users: Pick<UserDirectory, "get"> },
  parameter: string,
  id: string | undefined,
): Promise<UserId | undefined> {
  if (id === undefined) return undefined;
  const user = await users.get(asId<UserId>(id));
  if (user) return user.id;
  throw new InvalidInputError([{ parameter, message: `there is no user ${id}; GET /v2/users lists them` }]);
}
