import { asId } from "../../../calls/ids.ts";
import type { GongApi } from "../../../gong-api/gong-api.ts";
import { wireError } from "../../../gong-api/wire-errors.ts";
import type { UserPageParts } from "./user-pages.ts";

export function getUserHistory(parts: Pick<UserPageParts, "userAccounts" | "companyTime">): GongApi["getUserHistory"] {
  return async ({ id }) => {
    const history = await parts.userAccounts.settingsHistory(asId(id));
    // Every user's history begins with what they had when they came.
    if (history.length === 0) throw wireError("user-not-found");
    return {
      userSettingsHistory: history.map(({ setting, value, changedMs }) => ({
        setting,
        value,
        time: parts.companyTime.format(changedMs),
      })),
    };
  };
}
