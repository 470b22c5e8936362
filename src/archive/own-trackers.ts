import { z } from "zod";
import { type Tracker, trackerAffiliations, saidAtUnits } from "../calls/tracker.ts";
import { idField as id } from "./record-fields.ts";

const saidAt: z.ZodType<Tracker["definition"]["saidAt"]> = z.union([
  z.object({ part: z.literal("Anytime") }),
  z.object({ part: z.enum(["First", "Last"]), interval: z.number(), unit: z.enum(saidAtUnits) }),
]);

const tracker: z.ZodType<Tracker> = z.object({
  id: id<Tracker["id"]>(),
  workspaceId: id<Tracker["workspaceId"]>(),
  name: z.string().min(1),
  definition: z.object({
    languageKeywords: z.array(
      z.object({ language: z.string(), keywords: z.array(z.string()), includeRelatedForms: z.boolean() }),
    ),
    affiliation: z.enum(trackerAffiliations),
    partOfQuestion: z.boolean(),
    saidAt,
    saidInTopics: z.array(z.string()),
    filterQuery: z.string(),
  }),
  createdMs: z.number(),
  creatorUserId: id<NonNullable<Tracker["creatorUserId"]>>().optional(),
  updatedMs: z.number(),
  updaterUserId: id<NonNullable<Tracker["updaterUserId"]>>().optional(),
});

/** `trackers.json`: as a library of ours keeps them, for the calls' hits to be found again. @throws ZodError */
export function readOwnTracker(parsed: unknown): Tracker {
  return tracker.parse(parsed);
}
