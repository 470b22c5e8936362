import { z } from "zod";
import { idText } from "../wire-types.ts";

/** The query of `GET /v2/settings/trackers`. */
export const listTrackersRequest = z.object({ workspaceId: idText.optional() });
export type ListTrackersRequest = z.infer<typeof listTrackersRequest>;

export interface KeywordTracker {
  readonly trackerId: string;
  readonly trackerName: string;
  readonly workspaceId: string;
  readonly languageKeywords: readonly {
    readonly language: string;
    readonly keywords: readonly string[];
    readonly includeRelatedForms: boolean;
  }[];
  readonly affiliation: string;
  readonly partOfQuestion: boolean;
  readonly saidAt: string;
  readonly saidAtInterval: number | null;
  readonly saidAtUnit: string | null;
  readonly saidInTopics: readonly string[];
  readonly filterQuery: string;
  readonly created: string;
  readonly creatorUserId: string | null;
  readonly updated: string;
  readonly updaterUserId: string | null;
}

export interface ListTrackersResponse {
  readonly keywordTrackers: readonly KeywordTracker[];
}
