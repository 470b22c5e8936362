import { asId, type UserId } from "../../../calls/ids.ts";
import { splitName, type UserAccount, type UserChange, type UserSettings } from "../../../calls/user-account.ts";
import type { GivenUserFields } from "../../../gong-api/tamtam/user-fields.ts";
import type { Database } from "../../database/transaction.ts";
import type { UserPageParts } from "./user-pages.ts";

/** What the operations that write users need. */
export interface UserWriteParts extends Pick<UserPageParts, "userAccounts" | "companyTime" | "clock"> {
  readonly database: Database;
}

/** What a request says of a user, in the company's own terms. @param before whose name it is that one half is changed of */
export function readUserFields(given: GivenUserFields, before?: UserAccount): UserChange {
  const { firstName, lastName, managerId, active, settings, ...same } = given;
  return {
    ...same,
    ...readName(firstName, lastName, before),
    managerId: managerId === undefined ? undefined : asId<UserId>(managerId),
    settings: readSettings(active, settings),
  };
}

function readName(
  firstName: string | undefined,
  lastName: string | undefined,
  before: UserAccount | undefined,
): Pick<UserChange, "name" | "lastName"> {
  if (firstName === undefined && lastName === undefined) return {};
  const known = splitName(before?.name, before?.details.lastName);
  const first = (firstName ?? known.firstName ?? "").trim();
  const last = (lastName ?? known.lastName ?? "").trim();
  return { name: `${first} ${last}`.trim(), lastName: last };
}

/** Gong: the history calls `callsImported` what the user shows as `telephonyCallsImported`. */
function readSettings(
  active: boolean | undefined,
  settings: GivenUserFields["settings"],
): Partial<UserSettings> | undefined {
  const { telephonyCallsImported, ...same } = settings ?? {};
  const all = { ...same, active, callsImported: telephonyCallsImported };
  const said = Object.entries(all).filter(([, value]) => value !== undefined);
  return Object.fromEntries(said) as Partial<UserSettings>; // some of its members
}
