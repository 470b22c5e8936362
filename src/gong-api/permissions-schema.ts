import { z } from "zod";
import {
  libraryLevels,
  permissionLevels,
  type PermissionSwitch,
  permissionSwitches,
} from "../calls/permission-profile.ts";
import { flag, idList } from "./wire-types.ts";

const accessByTeam = z.object({
  permissionLevel: z.enum(permissionLevels, { error: `must be one of ${permissionLevels.join(", ")}` }),
  teamLeadIds: idList.nullable().default(null),
});

const unset = z.boolean().default(false);

const libraryFolderAccess = z
  .object({
    permissionLevel: z.enum(libraryLevels, { error: `must be one of ${libraryLevels.join(", ")}` }),
    libraryFolderIds: idList.nullable().default(null),
    managePublicFolder: unset,
    manageStreams: unset,
    manageFolderCalls: unset,
    shareFoldersAndStreams: unset,
  })
  .refine(({ permissionLevel, ...others }) => permissionLevel !== "none" || !Object.values(others).some(Boolean), {
    error: 'must have another "permissionLevel" than "none" where it allows anything',
  });

const noTeam = { permissionLevel: "none" as const, teamLeadIds: null };

const forecastPermissions = z.object({
  forecastAccess: accessByTeam.default(noTeam),
  forecastEditSubmissions: accessByTeam.default(noTeam),
  forecastEditTargets: accessByTeam.default(noTeam),
});

/** What a request says of a profile's permissions: those that it names, each of them whole. */
export const givenPermissions = z.object({
  callsAccess: accessByTeam.optional(),
  libraryFolderAccess: libraryFolderAccess.optional(),
  dealsAccess: accessByTeam.optional(),
  forecastPermissions: forecastPermissions.optional(),
  coachingAccess: accessByTeam.optional(),
  insightsAccess: accessByTeam.optional(),
  usageAccess: accessByTeam.optional(),
  emailsAccess: accessByTeam.optional(),
  // fromEntries forgets which names it was given
  ...(Object.fromEntries(permissionSwitches.map((name) => [name, flag])) as Record<PermissionSwitch, typeof flag>),
  orchestrateCreateAndManagePlays: flag,
});
