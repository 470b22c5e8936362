import { z } from "zod";

/** `GET /v2/settings/scorecards` */
export const listScorecardsRequest = z.object({});
export type ListScorecardsRequest = z.infer<typeof listScorecardsRequest>;

/** Gong: ids and ranges are texts, and nobody is `-1`. */
export interface WireScorecard {
  readonly scorecardId: string;
  readonly scorecardName: string;
  readonly workspaceId: string;
  readonly enabled: boolean;
  readonly updaterUserId: string;
  readonly created: string;
  readonly updated: string;
  readonly reviewMethod: string;
  readonly questions: readonly WireQuestion[];
}

export interface WireQuestion {
  readonly questionId: string;
  readonly questionRevisionId: string;
  readonly questionText: string;
  readonly isOverall: boolean;
  readonly updaterUserId: string;
  readonly questionType: string;
  readonly answerGuide: string | null;
  readonly minRange: string | null;
  readonly maxRange: string | null;
  readonly answerOptions: readonly { readonly id: string; readonly text: string }[];
  readonly created: string;
  readonly updated: string;
}

export interface ListScorecardsResponse {
  readonly scorecards: readonly WireScorecard[];
}
