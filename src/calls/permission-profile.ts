import type { PermissionProfileId, WorkspaceId } from "./ids.ts";

export const permissionLevels = ["all", "managers-team", "report-to-them", "own", "none"] as const;

/** Whose calls, deals or e-mails may be seen. */
export interface AccessByTeam {
  readonly permissionLevel: (typeof permissionLevels)[number];
  /** Whose teams `managers-team` means. */
  readonly teamLeadIds: readonly string[] | null;
}

export const libraryLevels = ["none", "all", "specific-folders"] as const;

export interface LibraryFolderAccess {
  readonly permissionLevel: (typeof libraryLevels)[number];
  readonly libraryFolderIds: readonly string[] | null;
  readonly managePublicFolder: boolean;
  readonly manageStreams: boolean;
  readonly manageFolderCalls: boolean;
  readonly shareFoldersAndStreams: boolean;
}

/** What is allowed or not, in Gong's words. */
export const permissionSwitches = [
  "scoreCalls",
  "overrideScore",
  "downloadCallMedia",
  "shareCallsWithCustomers",
  "manuallyScheduleAndUploadCalls",
  "privateCalls",
  "deleteCalls",
  "trimCalls",
  "listenInCalls",
  "deleteEmails",
  "callsAndSearch",
  "library",
  "deals",
  "createEditAndDeleteDealsBoards",
  "dealsInlineEditing",
  "account",
  "coaching",
  "usage",
  "teamStats",
  "initiatives",
  "market",
  "activity",
  "forecast",
  "forecastManage",
  "engageManageCompanyTemplates",
  "engageManageCompanySequences",
  "engageCreateAndManageRulesets",
  "engageSnoozeFlowToDosForOthers",
  "engageAllowCrmFieldsViewChange",
  "viewEngageAnalyticsActivity",
  "viewEngageAnalyticsPerformance",
  "viewEngageAnalyticsFlows",
  "manageGeneralBusinessSettings",
  "manageScorecards",
  "exportCallsAndCoachingDataToCSV",
  "crmDataInlineEditing",
  "crmDataImport",
  "viewRevenueAnalytics",
  "manageRevenueAnalytics",
  "engageReassignFlowToDosToOthers",
  "engageAssignFlowToDosToOthers",
  "dealsDataExport",
  "aiBuilder",
] as const;
export type PermissionSwitch = (typeof permissionSwitches)[number];

/** Everything that a profile allows. */
export interface Permissions extends Readonly<Record<PermissionSwitch, boolean>> {
  readonly callsAccess: AccessByTeam;
  readonly libraryFolderAccess: LibraryFolderAccess;
  readonly dealsAccess: AccessByTeam;
  readonly forecastPermissions: {
    readonly forecastAccess: AccessByTeam;
    readonly forecastEditSubmissions: AccessByTeam;
    readonly forecastEditTargets: AccessByTeam;
  };
  readonly coachingAccess: AccessByTeam;
  readonly insightsAccess: AccessByTeam;
  readonly usageAccess: AccessByTeam;
  readonly emailsAccess: AccessByTeam;
  /** Gong: null where nobody said. */
  readonly orchestrateCreateAndManagePlays: boolean | null;
}

/** What the users of a profile may do in its workspace. */
export interface PermissionProfile {
  readonly id: PermissionProfileId;
  readonly workspaceId: WorkspaceId;
  readonly name: string;
  readonly description?: string | undefined;
  readonly permissions: Permissions;
}

const noAccess: AccessByTeam = { permissionLevel: "none", teamLeadIds: null };

/** Gong: what a new profile does not name, it does not allow. */
export const noPermissions: Permissions = {
  callsAccess: noAccess,
  libraryFolderAccess: {
    permissionLevel: "none",
    libraryFolderIds: null,
    managePublicFolder: false,
    manageStreams: false,
    manageFolderCalls: false,
    shareFoldersAndStreams: false,
  },
  dealsAccess: noAccess,
  forecastPermissions: {
    forecastAccess: noAccess,
    forecastEditSubmissions: noAccess,
    forecastEditTargets: noAccess,
  },
  coachingAccess: noAccess,
  insightsAccess: noAccess,
  usageAccess: noAccess,
  emailsAccess: noAccess,
  // fromEntries forgets which names it was given
  ...(Object.fromEntries(permissionSwitches.map((name) => [name, false])) as Record<PermissionSwitch, boolean>),
  orchestrateCreateAndManagePlays: null,
};
