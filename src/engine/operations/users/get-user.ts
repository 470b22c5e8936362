import { asId } from "../../../calls/ids.ts";
import type { GongApi } from "../../../gong-api/gong-api.ts";
import { presentUser } from "../../../gong-api/present/present-user.ts";
import { wireError } from "../../../gong-api/wire-errors.ts";
import type { UserPageParts } from "./user-pages.ts";

export function getUser(parts: Pick<UserPageParts, "userAccounts" | "companyTime">): GongApi["getUser"] {
  return async ({ id }) => {
    const [user] = await parts.userAccounts.getMany([asId(id)]);
    if (!user) throw wireError("user-not-found");
    return { user: presentUser(user, parts.companyTime) };
  };
}
