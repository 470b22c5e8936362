import type { Call } from "../../../calls/call.ts";
import type { UserId } from "../../../calls/ids.ts";
import type { PartyIdentity } from "../../../calls/party-identity.ts";
import type { User } from "../../../calls/party.ts";
import { isPerson, type Person, personalDataIn, type PersonalData } from "../../../calls/personal-data.ts";
import type { UserAccount } from "../../../calls/user-account.ts";
import { wireError } from "../../../gong-api/wire-errors.ts";
import type { Crm } from "../../crm/crm.ts";
import type { PersonalCrmObject } from "../../crm/crm-objects.ts";
import type { CallStore, UserDirectory } from "../../store/call-store.ts";
import type { UserAccounts } from "../../store/user-accounts.ts";
import type { Eraser } from "./erase-records.ts";

/** What the operations on somebody's data need. */
export interface DataPrivacyParts {
  readonly calls: CallStore;
  readonly users: UserDirectory;
  readonly userAccounts: UserAccounts;
  readonly eraser: Eraser;
  readonly crm: Crm;
  /** An erasure of more calls than these is taken for a mistake. */
  readonly maxErasedCalls: number;
  /** Whose eyes the calls are seen with; the company's where there is none. */
  readonly actingUserId?: UserId | undefined;
}

export interface PersonReferences {
  readonly calls: readonly { readonly call: Call; readonly data: PersonalData }[];
  readonly users: readonly User[];
  /** What a CRM sent of them; of other objects that hold the address, nothing is theirs but that. */
  readonly crmObjects: readonly PersonalCrmObject[];
}

/**
 * What a CRM sent of somebody, every call that names somebody, processed or not, oldest first, and the users that are them.
 * @throws WireError for a key that acts for a user: a part of the calls would pass for all of them
 */
export async function findReferences(parts: DataPrivacyParts, person: Person): Promise<PersonReferences> {
  if (parts.actingUserId !== undefined) throw wireError("company-key-needed");
  const everybody = await parts.userAccounts.getMany((await parts.users.list()).map(({ id }) => id));
  const users = everybody.filter((user) => addressesOf(user).some((identity) => isPerson(identity, person)));
  const userIds = new Set(users.map(({ id }) => id));
  const calls: { call: Call; data: PersonalData }[] = [];
  for await (const call of parts.calls.scan()) {
    const data = personalDataIn(call, person, ({ userId }) => userId !== undefined && userIds.has(userId));
    if (data) calls.push({ call, data });
  }
  return { calls, users, crmObjects: await parts.crm.objects.ofPerson(person) };
}

function addressesOf(user: UserAccount): readonly PartyIdentity[] {
  const { emailAliases = [], trustedEmailAddress } = user.details;
  return [user, ...[...emailAliases, trustedEmailAddress].map((emailAddress) => ({ emailAddress }))];
}

/** @throws WireError, with nothing erased, when there are too many calls */
export async function eraseReferences(parts: DataPrivacyParts, person: Person): Promise<void> {
  const { calls, users } = await findReferences(parts, person);
  if (calls.length > parts.maxErasedCalls) {
    throw wireError("too-much-to-erase", String(calls.length), String(parts.maxErasedCalls));
  }
  await parts.eraser.erase(
    calls.map(({ call }) => call.id),
    users.map(({ id }) => id),
    person,
  );
}
