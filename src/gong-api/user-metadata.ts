/** A user on Gong's wire. Gong: what is not known is null. */
export interface UserMetadata {
  readonly id: string;
  readonly emailAddress: string | null;
  readonly created: string;
  readonly active: boolean;
  readonly emailAliases: readonly string[];
  readonly trustedEmailAddress: string | null;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly title: string | null;
  readonly phoneNumber: string | null;
  readonly extension: string | null;
  readonly personalMeetingUrls: readonly string[];
  readonly settings: {
    readonly webConferencesRecorded: boolean;
    readonly preventWebConferenceRecording: boolean;
    readonly telephonyCallsImported: boolean;
    readonly emailsImported: boolean;
    readonly preventEmailImport: boolean;
    readonly nonRecordedMeetingsImported: boolean;
    readonly gongConnectEnabled: boolean;
  };
  readonly managerId: string | null;
  readonly meetingConsentPageUrl: string | null;
  readonly conferencingProviders: readonly { readonly provider: string; readonly isDefault: boolean }[] | null;
  readonly spokenLanguages: readonly { readonly language: string; readonly primary: boolean }[];
}
