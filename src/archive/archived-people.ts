import { z } from "zod";
import type { UserMetadata } from "../gong-api/user-metadata.ts";
import type { WorkspaceMetadata } from "../gong-api/schemas/list-workspaces.ts";

export type ArchivedUser = UserMetadata;
export type ArchivedWorkspace = WorkspaceMetadata;

const text = z.string().nullable().default(null);
const texts = z
  .array(z.string())
  .nullish()
  .transform((list) => list ?? []);
const no = z.boolean().default(false);

const settings = z.object({
  webConferencesRecorded: no,
  preventWebConferenceRecording: no,
  telephonyCallsImported: no,
  emailsImported: no,
  preventEmailImport: no,
  nonRecordedMeetingsImported: no,
  gongConnectEnabled: no,
});

/** Only the id must be there. */
const user: z.ZodType<UserMetadata> = z.object({
  id: z.string().min(1),
  emailAddress: text,
  created: z.string().default(""),
  active: z.boolean().default(true),
  emailAliases: texts,
  trustedEmailAddress: text,
  firstName: text,
  lastName: text,
  title: text,
  phoneNumber: text,
  extension: text,
  personalMeetingUrls: texts,
  settings: settings.nullish().transform((given) => given ?? settings.parse({})),
  managerId: text,
  meetingConsentPageUrl: text,
  conferencingProviders: z
    .array(z.object({ provider: z.string(), isDefault: no }))
    .nullable()
    .default(null),
  spokenLanguages: z
    .array(z.object({ language: z.string(), primary: no }))
    .nullish()
    .transform((list) => list ?? []),
});

const workspace: z.ZodType<WorkspaceMetadata> = z.object({
  id: z.string().min(1),
  name: z.string().min(1),
  description: text,
});

/** @throws ZodError */
export function readUser(parsed: unknown): ArchivedUser {
  return user.parse(parsed);
}

/** @throws ZodError */
export function readWorkspace(parsed: unknown): ArchivedWorkspace {
  return workspace.parse(parsed);
}
