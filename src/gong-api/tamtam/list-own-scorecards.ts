import { z } from "zod";
import type { WireScorecard } from "../schemas/list-scorecards.ts";

/** `GET /tamtam/v1/scorecards` */
export const listOwnScorecardsRequest = z.strictObject({});
export type ListOwnScorecardsRequest = z.infer<typeof listOwnScorecardsRequest>;

export interface ListOwnScorecardsResponse {
  readonly scorecards: readonly WireScorecard[];
}
