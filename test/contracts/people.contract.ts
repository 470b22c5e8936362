import { expect } from "vitest";
import { ConflictError, NotFoundError } from "../../src/calls/errors.ts";
import { asId, type PermissionProfileId, type UserId, type WorkspaceId } from "../../src/calls/ids.ts";
import { noPermissions, type PermissionProfile } from "../../src/calls/permission-profile.ts";
import { type UserAccount, userSettings, usualSettings } from "../../src/calls/user-account.ts";
import type { Database, Transaction } from "../../src/engine/database/transaction.ts";
import type { PermissionProfileStore } from "../../src/engine/store/permission-profile-store.ts";
import type { UserAccounts } from "../../src/engine/store/user-accounts.ts";
import type { WorkspaceStore } from "../../src/engine/store/workspace-store.ts";
import { type ContractCase, describeCases, type OpenParts } from "./contract-cases.ts";

export interface PeopleParts extends AsyncDisposable {
  readonly database: Database;
  readonly userAccounts: UserAccounts;
  readonly workspaces: WorkspaceStore;
  readonly permissionProfiles: PermissionProfileStore;
}

export function describePeopleContract(name: string, open: OpenParts<PeopleParts>): void {
  describeCases(`${name} keep people`, peopleCases, open);
}

const user = (id: string) => asId<UserId>(id);

function account(id: string, createdMs = 0): UserAccount {
  return { id: user(id), createdMs, details: {}, settings: usualSettings };
}

const eva: UserAccount = {
  ...account("70", 5),
  name: "Eva van Dam",
  emailAddress: "eva@ours.example",
  phoneNumber: "+49 30 123456",
  title: "Account Executive",
  managerId: user("1"),
  details: {
    lastName: "van Dam",
    emailAliases: ["e@ours.example"],
    spokenLanguages: [{ language: "de", primary: true }],
  },
  settings: { ...usualSettings, emailsImported: true },
};

const write = ({ database }: PeopleParts, work: (transaction: Transaction) => Promise<unknown>) =>
  database.transact(work);

async function enter(parts: PeopleParts, ...accounts: readonly UserAccount[]): Promise<void> {
  await write(parts, async (transaction) => {
    for (const each of accounts) await parts.userAccounts.add(each, transaction);
  });
}

const idsOf = (users: readonly UserAccount[]) => users.map(({ id }) => id);

function profile(id: string, name: string, workspaceId = "w"): PermissionProfile {
  return {
    id: asId<PermissionProfileId>(id),
    workspaceId: asId<WorkspaceId>(workspaceId),
    name,
    permissions: { ...noPermissions, scoreCalls: true },
  };
}

export const peopleCases: readonly ContractCase<PeopleParts>[] = [
  {
    name: "gives users back as they were entered, in the order asked for, and enters none twice",
    async check(parts) {
      await enter(parts, eva, account("9"));
      expect(await parts.userAccounts.getMany(["9", "8", "70"].map(user))).toEqual([account("9"), eva]);
      await expect(enter(parts, { ...eva, name: "Somebody" })).rejects.toThrow(ConflictError);
      expect(await parts.userAccounts.getMany([eva.id])).toEqual([eva]);
    },
  },
  {
    name: "pages users with shorter ids first, counts all that fit, and knows whether there are more",
    async check({ userAccounts, ...parts }) {
      await enter({ ...parts, userAccounts }, account("10"), account("9"), account("a1"), account("8"));
      const first = await userAccounts.page({ pageSize: 2 });
      expect([idsOf(first.users), first.total, first.hasMore]).toEqual([["8", "9"], 4, true]);
      const second = await userAccounts.page({ pageSize: 2, afterId: user("9") });
      expect([idsOf(second.users), second.total, second.hasMore]).toEqual([["10", "a1"], 4, false]);
    },
  },
  {
    name: "finds users by when they came, the end of the range left out, and by ids, all conditions together",
    async check({ userAccounts, ...parts }) {
      await enter({ ...parts, userAccounts }, account("1", 10), account("2", 20), account("3", 30));
      const find = async (query: object) => idsOf((await userAccounts.page({ pageSize: 9, ...query })).users);
      expect(await find({ createdFromMs: 20 })).toEqual(["2", "3"]);
      expect(await find({ createdToMs: 20 })).toEqual(["1"]);
      expect(await find({ createdFromMs: 10, createdToMs: 30, ids: ["2", "3", "4"].map(user) })).toEqual(["2"]);
      expect(await find({ ids: [] })).toEqual([]);
    },
  },
  {
    name: "changes what a change names, takes away what is an empty text, and keeps the rest",
    async check(parts) {
      await enter(parts, eva);
      await write(parts, (transaction) =>
        parts.userAccounts.change(
          eva.id,
          { title: "Boss", phoneNumber: "", managerId: user(""), extension: "12", settings: { active: false } },
          9,
          transaction,
        ),
      );
      const { phoneNumber: _phone, managerId: _manager, ...kept } = eva;
      expect(await parts.userAccounts.getMany([eva.id])).toEqual([
        {
          ...kept,
          title: "Boss",
          details: { ...eva.details, extension: "12" },
          settings: { ...eva.settings, active: false },
        },
      ]);
      const nobody = write(parts, (transaction) => parts.userAccounts.change(user("0"), {}, 9, transaction));
      await expect(nobody).rejects.toThrow(NotFoundError);
    },
  },
  {
    name: "tells the history of settings from the first ones on, without what was so before",
    async check(parts) {
      await enter(parts, eva, account("9"));
      const set = (active: boolean, changedMs: number) =>
        write(parts, (transaction) =>
          parts.userAccounts.change(eva.id, { settings: { active } }, changedMs, transaction),
        );
      await set(true, 7);
      await set(false, 8);
      await set(false, 9);
      await set(true, 10);
      expect(await parts.userAccounts.settingsHistory(eva.id)).toEqual([
        ...userSettings.map((setting) => ({ setting, value: eva.settings[setting], changedMs: 5 })),
        { setting: "active", value: false, changedMs: 8 },
        { setting: "active", value: true, changedMs: 10 },
      ]);
      expect(await parts.userAccounts.settingsHistory(user("0"))).toEqual([]);
    },
  },
  {
    name: "keeps workspaces in the order they came, enters none twice, and puts a new name to one",
    async check(parts) {
      const [europe, asia] = ["b", "a"].map((id) => ({ id: asId<WorkspaceId>(id), name: `Workspace ${id}` }));
      if (!europe || !asia) throw new Error("two workspaces were made");
      await write(parts, (transaction) => parts.workspaces.add(europe, 1, transaction));
      await write(parts, (transaction) => parts.workspaces.put(asia, 2, transaction));
      expect(await parts.workspaces.list()).toEqual([europe, asia]);
      const again = write(parts, (transaction) => parts.workspaces.add({ ...europe, name: "Other" }, 3, transaction));
      await expect(again).rejects.toThrow(ConflictError);
      const named = { ...europe, name: "EMEA", description: "West and east" };
      await write(parts, (transaction) => parts.workspaces.put(named, 4, transaction));
      expect(await parts.workspaces.list()).toEqual([named, asia]);
    },
  },
  {
    name: "lists the profiles of one workspace by name, whatever the case of its letters",
    async check({ permissionProfiles: profiles, ...parts }) {
      const all = [profile("1", "viewers"), profile("2", "Sellers"), profile("3", "admins"), profile("4", "A", "v")];
      await write({ ...parts, permissionProfiles: profiles }, async (transaction) => {
        for (const each of all) await profiles.add(each, transaction);
      });
      expect(await profiles.list(asId("w"))).toEqual([all[2], all[1], all[0]]);
      expect(await profiles.get(asId("4"))).toEqual(all[3]);
      expect(await profiles.get(asId("5"))).toBeUndefined();
    },
  },
  {
    name: "changes of a profile what a change names, and keeps the rest",
    async check({ permissionProfiles: profiles, ...parts }) {
      const before = profile("1", "Sellers");
      const all = { ...parts, permissionProfiles: profiles };
      await write(all, (transaction) => profiles.add(before, transaction));
      const change = { description: "Who sell", permissions: { coaching: true } };
      const after = { ...before, ...change, permissions: { ...before.permissions, coaching: true } };
      await write(all, async (transaction) => {
        expect(await profiles.change(before.id, change, transaction)).toEqual(after);
        expect(await profiles.change(asId("2"), change, transaction)).toBeUndefined();
      });
      expect(await profiles.get(before.id)).toEqual(after);
    },
  },
  {
    name: "gives a user one profile in a workspace, and a profile exactly the users that were set last",
    async check(parts) {
      const { permissionProfiles: profiles } = parts;
      await enter(parts, account("10"), account("9"), account("8"));
      const [one, two, other] = [profile("1", "One"), profile("2", "Two"), profile("3", "Other", "v")] as const;
      const set = (which: PermissionProfile, ids: readonly string[]) =>
        write(parts, (transaction) => profiles.setUserIds(which, ids.map(user), transaction));
      await write(parts, async (transaction) => {
        for (const each of [one, two, other]) await profiles.add(each, transaction);
      });
      await set(one, ["10", "9", "8"]);
      await set(other, ["9"]);
      await set(one, ["10", "9"]);
      expect(await profiles.userIds(one.id)).toEqual(["9", "10"]);
      await set(two, ["9"]);
      expect(await profiles.userIds(one.id)).toEqual(["10"]);
      expect(await profiles.userIds(two.id)).toEqual(["9"]);
      expect(await profiles.userIds(other.id)).toEqual(["9"]);
    },
  },
];
