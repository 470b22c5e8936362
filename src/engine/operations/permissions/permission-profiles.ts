import { asId, type IdSource, type WorkspaceId } from "../../../calls/ids.ts";
import type { PermissionProfile } from "../../../calls/permission-profile.ts";
import { wireError } from "../../../gong-api/wire-errors.ts";
import type { Database } from "../../database/transaction.ts";
import type { PermissionProfileStore } from "../../store/permission-profile-store.ts";
import { knownWorkspaces, type WorkspaceParts } from "../settings/known-workspaces.ts";

/** What the operations on permission profiles need. */
export interface PermissionProfileParts extends WorkspaceParts {
  readonly database: Database;
  readonly permissionProfiles: PermissionProfileStore;
  readonly makeId: IdSource;
}

/** @throws WireError `bad-request` */
export async function requireProfile(
  parts: Pick<PermissionProfileParts, "permissionProfiles">,
  profileId: string,
): Promise<PermissionProfile> {
  const profile = await parts.permissionProfiles.get(asId(profileId));
  if (!profile) throw wireError("bad-request");
  return profile;
}

/** @throws WireError `bad-request` */
export async function requireWorkspace(parts: WorkspaceParts, workspaceId: string): Promise<WorkspaceId> {
  const found = (await knownWorkspaces(parts)).find(({ id }) => id === workspaceId);
  if (!found) throw wireError("bad-request");
  return found.id;
}

/** Without the members that were not given, so that they change nothing. */
export function onlyGiven<Given extends object>(
  given: Given,
): {
  [Name in keyof Given]?: Exclude<Given[Name], undefined>;
} {
  const named = Object.entries(given).filter(([, value]) => value !== undefined);
  return Object.fromEntries(named) as { [Name in keyof Given]?: Exclude<Given[Name], undefined> }; // some of its members
}
