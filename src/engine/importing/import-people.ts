import type { HeldUserSettings } from "../../calls/holdings.ts";
import { asId, type UserId } from "../../calls/ids.ts";
import type { UserAccount, UserChange, UserSettings } from "../../calls/user-account.ts";
import { usualSettings } from "../../calls/user-account.ts";
import type { WorkspaceMetadata } from "../../gong-api/schemas/list-workspaces.ts";
import type { UserMetadata } from "../../gong-api/user-metadata.ts";
import type { Transaction } from "../database/transaction.ts";
import type { UserAccounts } from "../store/user-accounts.ts";
import type { WorkspaceStore } from "../store/workspace-store.ts";

/**
 * Enters users as the tenant lists them. Who is as they were is not written again.
 * @param held how users of another library of ours were set over time, for those who are new here
 */
export async function importUsers(
  { userAccounts }: { readonly userAccounts: Pick<UserAccounts, "getMany" | "add" | "change"> },
  sent: readonly UserMetadata[],
  nowMs: number,
  transaction: Transaction,
  held: readonly HeldUserSettings[] = [],
): Promise<void> {
  const ids = sent.map(({ id }) => asId<UserId>(id));
  const known = new Map((await userAccounts.getMany(ids)).map((account) => [account.id, account]));
  const heldOf = new Map(held.map((each) => [each.userId, each]));
  for (const user of sent) {
    const before = known.get(asId<UserId>(user.id));
    const account = accountOf(user, nowMs, before?.settings ?? usualSettings);
    if (before === undefined) await enter(userAccounts, account, heldOf.get(account.id), transaction);
    else if (!isSame(before, account)) await userAccounts.change(account.id, changeTo(account), nowMs, transaction);
  }
}

async function enter(
  userAccounts: Pick<UserAccounts, "add" | "change">,
  account: UserAccount,
  held: HeldUserSettings | undefined,
  transaction: Transaction,
): Promise<void> {
  await userAccounts.add({ ...account, settings: held?.initial ?? account.settings }, transaction);
  for (const { setting, value, changedMs } of held?.changes ?? []) {
    await userAccounts.change(account.id, { settings: { [setting]: value } }, changedMs, transaction);
  }
}

export async function importWorkspaces(
  { workspaces }: { readonly workspaces: Pick<WorkspaceStore, "list" | "put"> },
  sent: readonly WorkspaceMetadata[],
  nowMs: number,
  transaction: Transaction,
): Promise<void> {
  const known = new Map((await workspaces.list()).map((workspace) => [workspace.id as string, workspace]));
  for (const { id, name, description } of sent) {
    const before = known.get(id);
    if (before?.name === name && (before.description ?? null) === description) continue;
    await workspaces.put({ id: asId(id), name, description: description ?? undefined }, nowMs, transaction);
  }
}

function accountOf(user: UserMetadata, nowMs: number, otherSettings: UserSettings): UserAccount {
  const createdMs = Date.parse(user.created);
  const name = [user.firstName, user.lastName].filter(Boolean).join(" ");
  return {
    id: asId<UserId>(user.id),
    name: name === "" ? undefined : name,
    emailAddress: user.emailAddress ?? undefined,
    phoneNumber: user.phoneNumber ?? undefined,
    title: user.title ?? undefined,
    managerId: user.managerId ? asId<UserId>(user.managerId) : undefined,
    createdMs: Number.isNaN(createdMs) ? nowMs : createdMs,
    details: {
      lastName: user.lastName ?? undefined,
      emailAliases: user.emailAliases,
      trustedEmailAddress: user.trustedEmailAddress ?? undefined,
      extension: user.extension ?? undefined,
      personalMeetingUrls: user.personalMeetingUrls,
      meetingConsentPageUrl: user.meetingConsentPageUrl ?? undefined,
      spokenLanguages: user.spokenLanguages,
    },
    settings: settingsOf(user, otherSettings),
  };
}

/** Gong: its list of users does not say whether their interviews are recorded; that stays as it was. */
function settingsOf({ active, settings }: UserMetadata, otherSettings: UserSettings): UserSettings {
  const { telephonyCallsImported, ...others } = settings ?? {};
  return { ...otherSettings, ...others, active: active ?? true, callsImported: telephonyCallsImported ?? false };
}

function changeTo({ name, emailAddress, phoneNumber, title, managerId, details, settings }: UserAccount): UserChange {
  return {
    ...details,
    name: name ?? "",
    emailAddress: emailAddress ?? "",
    phoneNumber: phoneNumber ?? "",
    title: title ?? "",
    managerId: managerId ?? asId<UserId>(""),
    settings,
  };
}

function isSame(before: UserAccount, after: UserAccount): boolean {
  const said = (account: UserAccount) => JSON.stringify(changeTo(account), withSortedKeys);
  return said(before) === said(after);
}

/** Empty says as much as absent. */
function withSortedKeys(_key: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value === "" ? undefined : value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
