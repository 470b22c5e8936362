import { z } from "zod";
import type { UserMetadata } from "../user-metadata.ts";
import { idText, queryDateTime } from "../wire-types.ts";

/** `GET /v2/coaching` */
export const coachingRequest = z.object({
  "workspace-id": idText,
  "manager-id": idText,
  from: queryDateTime,
  to: queryDateTime,
});
export type CoachingRequest = z.infer<typeof coachingRequest>;

/** What a manager did with a report's calls. Gong: names them so; its document has no list of them. */
type CoachingMetric =
  | "callsListenedTo"
  | "callsManagerAttended"
  | "callsManagerCommentedOn"
  | "callsWithFeedback"
  | "callsWithScorecardFilled";

export type CoachingUser = Pick<UserMetadata, "id" | "emailAddress" | "firstName" | "lastName" | "title">;

export interface CoachingResponse {
  readonly coachingData: readonly {
    readonly manager: CoachingUser;
    readonly directReportsMetrics: readonly {
      readonly report: CoachingUser;
      /** Ids of calls. */
      readonly metrics: Readonly<Record<CoachingMetric, readonly string[]>>;
    }[];
  }[];
}
