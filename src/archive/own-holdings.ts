import { z } from "zod";
import type {
  CallMarks,
  HeldFolder,
  HeldUserSettings,
  HoldingName,
  Holdings,
  HoldingsPart,
} from "../calls/holdings.ts";
import { type UserSettingChange, type UserSettings, userSettings } from "../calls/user-account.ts";
import { crmRecord, handLink, heldIntegration } from "./own-crm.ts";
import { callOutcome } from "./own-outcomes.ts";
import { heldProfile } from "./own-permissions.ts";
import { answeredScorecard, scorecard } from "./own-scorecards.ts";
import { type EveryMember, idField, msField } from "./record-fields.ts";

type UserId = HeldUserSettings["userId"];

// fromEntries forgets which names it was given
const settings = Object.fromEntries(userSettings.map((name) => [name, z.boolean()])) as Record<
  keyof UserSettings,
  z.ZodBoolean
>;

const heldUserSettings: z.ZodType<HeldUserSettings> = z.object({
  userId: idField<UserId>(),
  initial: z.object(settings),
  changes: z.array(
    z.object({
      setting: z.enum(userSettings),
      value: z.boolean(),
      changedMs: msField,
    } satisfies EveryMember<UserSettingChange>),
  ),
} satisfies EveryMember<HeldUserSettings>);

const heldFolder: z.ZodType<HeldFolder> = z.object({
  id: idField<HeldFolder["id"]>(),
  workspaceId: idField<HeldFolder["workspaceId"]>(),
  name: z.string(),
  parentId: idField<HeldFolder["id"]>().optional(),
  createdBy: idField<UserId>().optional(),
  updatedMs: msField,
  entries: z.array(
    z.object({
      callId: idField<CallMarks["callId"]>(),
      note: z.string().optional(),
      addedBy: idField<UserId>().optional(),
      createdMs: msField,
      snippet: z.object({ startMs: msField, endMs: msField }).optional(),
    } satisfies EveryMember<HeldFolder["entries"][number]>),
  ),
} satisfies EveryMember<HeldFolder>);

const callMarks: z.ZodType<CallMarks> = z.object({
  callId: idField<CallMarks["callId"]>(),
  outcomeId: idField<NonNullable<CallMarks["outcomeId"]>>().optional(),
  accessUserIds: z.array(idField<UserId>()).optional(),
  crmLinks: z.array(handLink).optional(),
} satisfies EveryMember<CallMarks>);

const itemSchemas: { readonly [Name in HoldingName]: z.ZodType<Holdings[Name][number]> } = {
  userSettings: heldUserSettings,
  callOutcomes: callOutcome,
  scorecards: scorecard,
  permissionProfiles: heldProfile,
  crmIntegrations: heldIntegration,
  crmRecords: crmRecord,
  callMarks,
  answeredScorecards: answeredScorecard,
  libraryFolders: heldFolder,
};

// keys gives the names of any object as texts
export const holdingNames = Object.keys(itemSchemas) as readonly HoldingName[];

/** Tells our own files from what others call `scorecards`. */
export const HOLDINGS_FORMAT = "tamtam-holdings";

const marked = z.looseObject({ version: z.literal(1) });

/** Some holdings as a file of `holdings/` has them. */
export function holdingsFile({ name, items }: HoldingsPart): object {
  return { format: HOLDINGS_FORMAT, version: 1, [name]: items };
}

/** @throws ZodError for what is of another version, or not what it says it is */
export function readHoldings(thing: object): readonly HoldingsPart[] {
  if (!("format" in thing) || thing.format !== HOLDINGS_FORMAT) return [];
  const members = marked.parse(thing);
  return holdingNames.flatMap((name) => (members[name] === undefined ? [] : [readPart(name, members[name])]));
}

function readPart(name: HoldingName, items: unknown): HoldingsPart {
  return { name, items: z.array(itemSchemas[name]).parse(items) } as HoldingsPart; // the schema is the name's
}
