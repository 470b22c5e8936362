import { z } from "zod";
import type { HeldProfile } from "../calls/holdings.ts";
import {
  type AccessByTeam,
  libraryLevels,
  type LibraryFolderAccess,
  permissionLevels,
  type Permissions,
  type PermissionSwitch,
  permissionSwitches,
} from "../calls/permission-profile.ts";
import { type EveryMember, idField } from "./record-fields.ts";

const access = z.object({
  permissionLevel: z.enum(permissionLevels),
  teamLeadIds: z.array(z.string()).nullable(),
} satisfies EveryMember<AccessByTeam>);

const folderAccess = z.object({
  permissionLevel: z.enum(libraryLevels),
  libraryFolderIds: z.array(z.string()).nullable(),
  managePublicFolder: z.boolean(),
  manageStreams: z.boolean(),
  manageFolderCalls: z.boolean(),
  shareFoldersAndStreams: z.boolean(),
} satisfies EveryMember<LibraryFolderAccess>);

// fromEntries forgets which names it was given
const switches = Object.fromEntries(permissionSwitches.map((name) => [name, z.boolean().default(false)])) as Record<
  PermissionSwitch,
  z.ZodDefault<z.ZodBoolean>
>;

const permissions = z.object({
  ...switches,
  callsAccess: access,
  libraryFolderAccess: folderAccess,
  dealsAccess: access,
  forecastPermissions: z.object({
    forecastAccess: access,
    forecastEditSubmissions: access,
    forecastEditTargets: access,
  } satisfies EveryMember<Permissions["forecastPermissions"]>),
  coachingAccess: access,
  insightsAccess: access,
  usageAccess: access,
  emailsAccess: access,
  orchestrateCreateAndManagePlays: z.boolean().nullable(),
} satisfies EveryMember<Permissions>);

export const heldProfile: z.ZodType<HeldProfile> = z.object({
  id: idField<HeldProfile["id"]>(),
  workspaceId: idField<HeldProfile["workspaceId"]>(),
  name: z.string(),
  description: z.string().optional(),
  permissions,
  userIds: z.array(idField<HeldProfile["userIds"][number]>()),
} satisfies EveryMember<HeldProfile>);
