import { z } from "zod";
import { clientRequestId, integrationId } from "./crm-request-fields.ts";

/** The query of `GET /v2/crm/request-status`. */
export const getRequestStatusRequest = z.object({ integrationId, clientRequestId });
export type GetRequestStatusRequest = z.infer<typeof getRequestStatusRequest>;

export interface GetRequestStatusResponse {
  readonly status: "PENDING" | "IN_PROGRESS" | "DONE" | "FAILED";
  /** The first 20; line 0 for the file as a whole. */
  readonly errors: readonly { readonly line: number; readonly description: string }[];
  readonly totalErrorCount: number;
  readonly totalSuccessCount: number;
}
