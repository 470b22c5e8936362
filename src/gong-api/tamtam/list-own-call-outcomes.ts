import { z } from "zod";
import type { OwnCallOutcome } from "./call-outcome-fields.ts";

/** `GET /tamtam/v1/call-outcomes` */
export const listOwnCallOutcomesRequest = z.strictObject({});
export type ListOwnCallOutcomesRequest = z.infer<typeof listOwnCallOutcomesRequest>;

export interface ListOwnCallOutcomesResponse {
  readonly outcomes: readonly OwnCallOutcome[];
}
