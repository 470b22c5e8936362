import type { AnsweredScorecard } from "./answered-scorecard.ts";
import type { CallOutcome } from "./call-outcome.ts";
import type { HandLink } from "./crm/crm-association.ts";
import type { CrmField, DescribedCrmType, TypedCrmRecord } from "./crm/crm-object.ts";
import type { CallId, CallOutcomeId, UserId } from "./ids.ts";
import type { LibraryEntry, LibraryFolder } from "./library.ts";
import type { PermissionProfile } from "./permission-profile.ts";
import type { Scorecard } from "./scorecard.ts";
import type { UserSettingChange, UserSettings } from "./user-account.ts";

/** How a user was set when they came to be, and what was switched since, oldest first. */
export interface HeldUserSettings {
  readonly userId: UserId;
  readonly initial: UserSettings;
  readonly changes: readonly UserSettingChange[];
}

export interface HeldProfile extends PermissionProfile {
  readonly userIds: readonly UserId[];
}

/** A folder with the calls in it, in the order in which they were added. */
export interface HeldFolder extends LibraryFolder {
  readonly entries: readonly Omit<LibraryEntry, "folderId">[];
}

/** What somebody has set about a call: what it came to, who may see it beside others, and what of the CRM it is about. */
export interface CallMarks {
  readonly callId: CallId;
  readonly outcomeId?: CallOutcomeId | undefined;
  readonly accessUserIds?: readonly UserId[] | undefined;
  readonly crmLinks?: readonly HandLink[] | undefined;
}

export interface HeldIntegration {
  readonly id: string;
  readonly name: string;
  readonly ownerEmail?: string | undefined;
  readonly fields: readonly { readonly type: DescribedCrmType; readonly fields: readonly CrmField[] }[];
}

/** What a library holds beside calls, users, workspaces and trackers, as far as it may go to another one. */
export interface Holdings {
  readonly userSettings: readonly HeldUserSettings[];
  readonly callOutcomes: readonly CallOutcome[];
  readonly scorecards: readonly Scorecard[];
  readonly permissionProfiles: readonly HeldProfile[];
  /** One at most. */
  readonly crmIntegrations: readonly HeldIntegration[];
  /** The versions of an object follow one another, oldest first. */
  readonly crmRecords: readonly TypedCrmRecord[];
  readonly callMarks: readonly CallMarks[];
  readonly answeredScorecards: readonly AnsweredScorecard[];
  readonly libraryFolders: readonly HeldFolder[];
}

export type HoldingName = keyof Holdings;

/** Some of one kind. */
export type HoldingsPart = {
  readonly [Name in HoldingName]: { readonly name: Name; readonly items: Holdings[Name] };
}[HoldingName];
