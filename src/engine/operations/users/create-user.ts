import { asId, type IdSource, type UserId } from "../../../calls/ids.ts";
import { type UserAccount, usualSettings } from "../../../calls/user-account.ts";
import { presentUser } from "../../../gong-api/present/present-user.ts";
import type { TamtamApi } from "../../../gong-api/tamtam/tamtam-api.ts";
import { readUserFields, type UserWriteParts } from "./user-changes.ts";

export interface CreateUserParts extends UserWriteParts {
  readonly makeId: IdSource;
}

export function createUser(parts: CreateUserParts): TamtamApi["createUser"] {
  return async ({ id, created, ...given }) => {
    const change = readUserFields(given);
    const { name, emailAddress, phoneNumber, title, managerId, settings, ...details } = change;
    const createdMs = created === undefined ? undefined : parts.companyTime.parse(created);
    const user: UserAccount = {
      id: id === undefined ? parts.makeId<UserId>() : asId<UserId>(id),
      name: name || undefined,
      emailAddress: emailAddress || undefined,
      phoneNumber: phoneNumber || undefined,
      title: title || undefined,
      managerId: managerId || undefined,
      createdMs: createdMs ?? parts.clock(),
      details,
      settings: { ...usualSettings, ...settings },
    };
    await parts.database.transact((transaction) => parts.userAccounts.add(user, transaction));
    return { user: presentUser(user, parts.companyTime) };
  };
}
