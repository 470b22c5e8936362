import type { UserId } from "./ids.ts";
import type { User } from "./party.ts";

/** What can be switched for a user, in Gong's words. */
export const userSettings = [
  "active",
  "callsImported",
  "emailsImported",
  "gongConnectEnabled",
  "interviewsRecorded",
  "nonRecordedMeetingsImported",
  "preventEmailImport",
  "preventInterviewRecording",
  "preventWebConferenceRecording",
  "webConferencesRecorded",
] as const;
export type UserSetting = (typeof userSettings)[number];
export type UserSettings = Readonly<Record<UserSetting, boolean>>;

/** Of a user of whom nothing else was said. Gong: a user who was provisioned without any. */
export const usualSettings: UserSettings = {
  active: true,
  callsImported: false,
  emailsImported: false,
  gongConnectEnabled: false,
  interviewsRecorded: false,
  nonRecordedMeetingsImported: false,
  preventEmailImport: false,
  preventInterviewRecording: true,
  preventWebConferenceRecording: false,
  webConferencesRecorded: false,
};

export interface SpokenLanguage {
  /** BCP 47 */
  readonly language: string;
  readonly primary: boolean;
}

/** What the company says of a user and calls never do. */
export interface UserDetails {
  /** The end of `name` that is the family's; the last word where this is not said, or no longer true. */
  readonly lastName?: string | undefined;
  readonly emailAliases?: readonly string[] | undefined;
  readonly trustedEmailAddress?: string | undefined;
  readonly extension?: string | undefined;
  readonly personalMeetingUrls?: readonly string[] | undefined;
  readonly meetingConsentPageUrl?: string | undefined;
  readonly spokenLanguages?: readonly SpokenLanguage[] | undefined;
}

/** A user with everything that Gong's paths show of one. */
export interface UserAccount extends User {
  readonly details: UserDetails;
  readonly settings: UserSettings;
}

/** What to change of a user; an empty text takes away what was there. */
export interface UserChange extends UserDetails {
  readonly name?: string | undefined;
  readonly emailAddress?: string | undefined;
  readonly phoneNumber?: string | undefined;
  readonly title?: string | undefined;
  readonly managerId?: UserId | undefined;
  readonly settings?: Partial<UserSettings> | undefined;
}

export interface UserSettingChange {
  readonly setting: UserSetting;
  readonly value: boolean;
  readonly changedMs: number;
}

/** Gong names the two parts; calls say only the whole. */
export function splitName(
  name: string | undefined,
  lastName: string | undefined,
): { readonly firstName: string | undefined; readonly lastName: string | undefined } {
  if (name === undefined) return { firstName: undefined, lastName: undefined };
  if (lastName !== undefined && name === lastName) return { firstName: undefined, lastName };
  const isStillTheEnd = lastName !== undefined && lastName !== "" && name.endsWith(` ${lastName}`);
  const cut = isStillTheEnd ? name.length - lastName.length - 1 : name.lastIndexOf(" ");
  if (cut < 0) return { firstName: name, lastName: undefined };
  return { firstName: name.slice(0, cut), lastName: name.slice(cut + 1) };
}
