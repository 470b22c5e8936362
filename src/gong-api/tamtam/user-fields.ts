import { z } from "zod";
import { flag, idText } from "../wire-types.ts";

const text = z.string().optional();
const texts = z.array(z.string().min(1)).optional();

/** What is said of a user, named as Gong shows it; an empty text takes away what was there. */
export const userFields = {
  emailAddress: z.union([z.literal(""), z.email({ error: "must be an e-mail address" })]).optional(),
  emailAliases: texts,
  trustedEmailAddress: text,
  firstName: text,
  lastName: text,
  title: text,
  phoneNumber: text,
  extension: text,
  personalMeetingUrls: texts,
  meetingConsentPageUrl: text,
  spokenLanguages: z.array(z.strictObject({ language: z.string().min(1), primary: z.boolean() })).optional(),
  managerId: z.union([z.literal(""), idText]).optional(),
  active: flag,
  settings: z
    .strictObject({
      webConferencesRecorded: flag,
      preventWebConferenceRecording: flag,
      telephonyCallsImported: flag,
      emailsImported: flag,
      preventEmailImport: flag,
      nonRecordedMeetingsImported: flag,
      gongConnectEnabled: flag,
      interviewsRecorded: flag,
      preventInterviewRecording: flag,
    })
    .optional(),
};

/** Those fields as a request has them. */
export type GivenUserFields = z.infer<z.ZodObject<typeof userFields>>;
