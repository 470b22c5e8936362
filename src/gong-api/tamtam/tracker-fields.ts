import { z } from "zod";
import { readCallFilter } from "../../calls/call-filter.ts";
import { saidAtUnits, trackerAffiliations } from "../../calls/tracker.ts";
import { isWireLanguage } from "../languages.ts";
import type { KeywordTracker } from "../schemas/list-trackers.ts";
import { flag, oneOf, searchText } from "../wire-types.ts";

const languageKeywords = z.array(
  z.strictObject({
    language: z.string().refine((code) => code === "mul" || isWireLanguage(code), {
      error: "must be a language's ISO 639-2/B code such as eng, or mul for all languages",
    }),
    keywords: z.array(searchText).transform((keywords) => [...new Set(keywords.map((text) => text.trim()))]),
    includeRelatedForms: z.boolean().default(false),
  }),
);

const filterQuery = z.string().superRefine((text, context) => {
  const read = readCallFilter(text);
  if ("problem" in read) context.addIssue({ code: "custom", message: read.problem });
});

/** What is said of a tracker, named as Gong shows it. Without a name, which only a change may leave out. */
export const trackerFields = {
  languageKeywords: languageKeywords.optional(),
  affiliation: oneOf(trackerAffiliations).optional(),
  partOfQuestion: flag,
  saidAt: oneOf(["Anytime", "First", "Last"]).optional(),
  saidAtInterval: z.int({ error: "must be a whole number" }).min(1, { error: "must be 1 or more" }).optional(),
  saidAtUnit: oneOf(saidAtUnits).optional(),
  saidInTopics: z.array(z.string().min(1)).optional(),
  filterQuery: filterQuery.optional(),
};

export const trackerName = z.string().trim().min(1, { error: "must not be empty" });

/** Those fields as a request has them. */
export type GivenTrackerFields = z.infer<z.ZodObject<typeof trackerFields>>;

/** A tracker, and how far it has been looked for in the calls that were there when it was made or changed. */
export interface OwnTracker extends KeywordTracker {
  readonly history: {
    /** Whether it has been looked for in all of them. */
    readonly isComplete: boolean;
    /** Calls that it has still to be looked for in. */
    readonly callsToDo: number;
  };
}

export interface TrackerResponse {
  readonly tracker: OwnTracker;
}
