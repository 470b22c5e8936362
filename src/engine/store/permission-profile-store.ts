import type { PermissionProfileId, UserId, WorkspaceId } from "../../calls/ids.ts";
import type { PermissionProfile, Permissions } from "../../calls/permission-profile.ts";
import type { Transaction } from "../database/transaction.ts";

export interface PermissionProfileChange {
  readonly name?: string | undefined;
  readonly description?: string | undefined;
  readonly permissions: Partial<Permissions>;
}

export interface PermissionProfileStore {
  /** By name. */
  list(workspaceId: WorkspaceId): Promise<readonly PermissionProfile[]>;
  get(id: PermissionProfileId): Promise<PermissionProfile | undefined>;
  add(profile: PermissionProfile, transaction: Transaction): Promise<void>;
  /** What the change does not name stays. @returns the whole profile as it is then; `undefined` where there is none */
  change(
    id: PermissionProfileId,
    change: PermissionProfileChange,
    transaction: Transaction,
  ): Promise<PermissionProfile | undefined>;
  /** Those who have the profile, by their ids: shorter before longer. */
  userIds(id: PermissionProfileId): Promise<readonly UserId[]>;
  /** From now on exactly these have it. A user has one profile in a workspace, so who had another leaves it. */
  setUserIds(profile: PermissionProfile, userIds: readonly UserId[], transaction: Transaction): Promise<void>;
}
