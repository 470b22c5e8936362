import { z } from "zod";
import type { CallOutcome } from "../../calls/call-outcome.ts";

/** `GET /v2/call-outcomes` */
export const listCallOutcomesRequest = z.object({});
export type ListCallOutcomesRequest = z.infer<typeof listCallOutcomesRequest>;

export interface WireCallOutcome extends Pick<
  CallOutcome,
  "displayOrder" | "connectStatus" | "sentiment" | "todoAction" | "category"
> {
  /** Its name. */
  readonly callOutcome: string;
  readonly automation: NonNullable<CallOutcome["automation"]> | null;
}

export interface ListCallOutcomesResponse {
  readonly outcomes: readonly WireCallOutcome[];
}
