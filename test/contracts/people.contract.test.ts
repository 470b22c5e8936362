import { expect, test } from "vitest";
import type { PermissionProfileStore } from "../../src/engine/store/permission-profile-store.ts";
import { SqlitePermissionProfileStore } from "../../src/engine/store/sqlite-permission-profile-store.ts";
import { SqliteUserAccounts } from "../../src/engine/store/sqlite-user-accounts.ts";
import { SqliteWorkspaceStore } from "../../src/engine/store/sqlite-workspace-store.ts";
import type { UserAccounts } from "../../src/engine/store/user-accounts.ts";
import type { WorkspaceStore } from "../../src/engine/store/workspace-store.ts";
import { failedCases, override } from "./contract-cases.ts";
import { describePeopleContract, peopleCases, type PeopleParts } from "./people.contract.ts";
import { openSqliteParts } from "./sqlite-parts.ts";

async function open(): Promise<PeopleParts> {
  const parts = await openSqliteParts();
  return {
    database: parts.database,
    userAccounts: new SqliteUserAccounts(parts.database),
    workspaces: new SqliteWorkspaceStore(parts.database),
    permissionProfiles: new SqlitePermissionProfileStore(parts.database),
    [Symbol.asyncDispose]: () => parts[Symbol.asyncDispose](),
  };
}

describePeopleContract("SqliteUserAccounts, SqliteWorkspaceStore and SqlitePermissionProfileStore", open);

const users = (breakIt: (store: UserAccounts) => Partial<UserAccounts>) => (parts: PeopleParts) => ({
  ...parts,
  userAccounts: override<UserAccounts>(parts.userAccounts, breakIt(parts.userAccounts)),
});
const workspaces = (breakIt: (store: WorkspaceStore) => Partial<WorkspaceStore>) => (parts: PeopleParts) => ({
  ...parts,
  workspaces: override<WorkspaceStore>(parts.workspaces, breakIt(parts.workspaces)),
});
const profiles =
  (breakIt: (store: PermissionProfileStore) => Partial<PermissionProfileStore>) => (parts: PeopleParts) => ({
    ...parts,
    permissionProfiles: override<PermissionProfileStore>(parts.permissionProfiles, breakIt(parts.permissionProfiles)),
  });

const broken: [string, (parts: PeopleParts) => PeopleParts][] = [
  [
    "takes the end of a range in",
    users((s) => ({ page: (q) => s.page({ ...q, createdToMs: (q.createdToMs ?? 99) + 1 }) })),
  ],
  ["passes over ids", users((s) => ({ page: (q) => s.page({ ...q, ids: undefined }) }))],
  ["begins every page anew", users((s) => ({ page: (q) => s.page({ ...q, afterId: undefined }) }))],
  ["changes nothing of a user", users(() => ({ change: async () => {} }))],
  [
    "forgets the first settings",
    users((s) => ({ settingsHistory: async (id) => (await s.settingsHistory(id)).slice(10) })),
  ],
  ["writes over a workspace", workspaces((s) => ({ add: (w, ms, t) => s.put(w, ms, t) }))],
  ["lists the newest workspace first", workspaces((s) => ({ list: async () => (await s.list()).toReversed() }))],
  ["lists profiles by no order", profiles((s) => ({ list: async (id) => (await s.list(id)).toReversed() }))],
  ["forgets what was allowed before", profiles((s) => ({ change: async (id) => s.get(id) }))],
  ["gives a profile to nobody", profiles(() => ({ setUserIds: async () => {} }))],
];

test.each(broken)("the contract notices a store that %s", async (_, breakIt) => {
  const failed = await failedCases(peopleCases, async () => breakIt(await open()));
  expect(failed.length).toBeGreaterThan(0);
  expect(failed.length).toBeLessThan(peopleCases.length);
});
