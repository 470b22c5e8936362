import { z } from "zod";
import type { OwnTracker } from "./tracker-fields.ts";

/** `GET /tamtam/v1/trackers` */
export const listOwnTrackersRequest = z.strictObject({});
export type ListOwnTrackersRequest = z.infer<typeof listOwnTrackersRequest>;

export interface ListOwnTrackersResponse {
  readonly trackers: readonly OwnTracker[];
}
