import { splitName, type UserAccount } from "../../calls/user-account.ts";
import type { CompanyTime } from "../company-time.ts";
import type { UserMetadata } from "../user-metadata.ts";

export function presentUser(user: UserAccount, companyTime: CompanyTime): UserMetadata {
  const { details, settings } = user;
  const { firstName, lastName } = splitName(user.name, details.lastName);
  return {
    id: user.id,
    emailAddress: user.emailAddress ?? null,
    created: companyTime.format(user.createdMs),
    active: settings.active,
    emailAliases: details.emailAliases ?? [],
    trustedEmailAddress: details.trustedEmailAddress || null,
    firstName: firstName ?? null,
    lastName: lastName ?? null,
    title: user.title ?? null,
    phoneNumber: user.phoneNumber ?? null,
    extension: details.extension || null,
    personalMeetingUrls: details.personalMeetingUrls ?? [],
    settings: {
      webConferencesRecorded: settings.webConferencesRecorded,
      preventWebConferenceRecording: settings.preventWebConferenceRecording,
      telephonyCallsImported: settings.callsImported,
      emailsImported: settings.emailsImported,
      preventEmailImport: settings.preventEmailImport,
      nonRecordedMeetingsImported: settings.nonRecordedMeetingsImported,
      gongConnectEnabled: settings.gongConnectEnabled,
    },
    managerId: user.managerId ?? null,
    meetingConsentPageUrl: details.meetingConsentPageUrl || null,
    conferencingProviders: null,
    spokenLanguages: details.spokenLanguages ?? [],
  };
}
