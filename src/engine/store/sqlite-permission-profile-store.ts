import type { PermissionProfileId, UserId, WorkspaceId } from "../../calls/ids.ts";
import { noPermissions, type PermissionProfile, type Permissions } from "../../calls/permission-profile.ts";
import { connectionOf, type SqliteDatabase } from "../database/sqlite-database.ts";
import type { SqlConnection } from "../database/sql-connection.ts";
import type { Transaction } from "../database/transaction.ts";
import type { PermissionProfileChange, PermissionProfileStore } from "./permission-profile-store.ts";

interface ProfileRow {
  readonly id: PermissionProfileId;
  readonly workspaceId: WorkspaceId;
  readonly name: string;
  readonly description: string | null;
  readonly permissions: string;
}

const SELECT = "SELECT id, workspace_id AS workspaceId, name, description, permissions FROM permission_profiles";

export class SqlitePermissionProfileStore implements PermissionProfileStore {
  readonly #reader: SqlConnection;

  constructor(database: SqliteDatabase) {
    this.#reader = database.reader;
  }

  async list(workspaceId: WorkspaceId): Promise<readonly PermissionProfile[]> {
    const sql = `${SELECT} WHERE workspace_id = ? ORDER BY name COLLATE NOCASE, id`;
    return this.#reader.all<ProfileRow>(sql, [workspaceId]).map(rowToProfile);
  }

  async get(id: PermissionProfileId): Promise<PermissionProfile | undefined> {
    return readProfile(this.#reader, id);
  }

  async add(profile: PermissionProfile, transaction: Transaction): Promise<void> {
    const { id, workspaceId, name, description, permissions } = profile;
    connectionOf(transaction).run(
      "INSERT INTO permission_profiles(id, workspace_id, name, description, permissions) VALUES (?, ?, ?, ?, ?)",
      [id, workspaceId, name, description ?? null, JSON.stringify(permissions)],
    );
  }

  async change(
    id: PermissionProfileId,
    change: PermissionProfileChange,
    transaction: Transaction,
  ): Promise<PermissionProfile | undefined> {
    const connection = connectionOf(transaction);
    const before = readProfile(connection, id);
    if (!before) return undefined;
    const after: PermissionProfile = {
      ...before,
      name: change.name ?? before.name,
      description: change.description ?? before.description,
      permissions: { ...before.permissions, ...change.permissions },
    };
    connection.run("UPDATE permission_profiles SET name = ?, description = ?, permissions = ? WHERE id = ?", [
      after.name,
      after.description ?? null,
      JSON.stringify(after.permissions),
      id,
    ]);
    return after;
  }

  async userIds(id: PermissionProfileId): Promise<readonly UserId[]> {
    const sql =
      "SELECT user_id AS id FROM permission_profile_users WHERE profile_id = ? ORDER BY length(user_id), user_id";
    return this.#reader.all<{ id: UserId }>(sql, [id]).map((row) => row.id);
  }

  async setUserIds(profile: PermissionProfile, userIds: readonly UserId[], transaction: Transaction): Promise<void> {
    const connection = connectionOf(transaction);
    connection.run("DELETE FROM permission_profile_users WHERE profile_id = ?", [profile.id]);
    for (const userId of userIds) {
      connection.run(
        `INSERT INTO permission_profile_users(workspace_id, user_id, profile_id) VALUES (?, ?, ?)
         ON CONFLICT(workspace_id, user_id) DO UPDATE SET profile_id = excluded.profile_id`,
        [profile.workspaceId, userId, profile.id],
      );
    }
  }
}

function readProfile(connection: SqlConnection, id: PermissionProfileId): PermissionProfile | undefined {
  const row = connection.get<ProfileRow>(`${SELECT} WHERE id = ?`, [id]);
  return row && rowToProfile(row);
}

function rowToProfile({ id, workspaceId, name, description, permissions }: ProfileRow): PermissionProfile {
  const kept = JSON.parse(permissions) as Partial<Permissions>; // written above, by an earlier release perhaps
  return {
    id,
    workspaceId,
    name,
    ...(description !== null && { description }),
    permissions: { ...noPermissions, ...kept },
  };
}
