import type { PermissionProfile, Permissions } from "../../calls/permission-profile.ts";

/** A permission profile on Gong's wire: the workspace is not said. */
export interface WirePermissionProfile extends Permissions {
  readonly id: string;
  readonly name: string;
  readonly description: string | null;
}

export function presentPermissionProfile({
  id,
  name,
  description,
  permissions,
}: PermissionProfile): WirePermissionProfile {
  return { id, name, description: description ?? null, ...permissions };
}
