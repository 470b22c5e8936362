import { z } from "zod";
import { idText } from "../wire-types.ts";

/** The query of `GET /tamtam/v1/webhook-deliveries`: newest first, 100 a page. */
export const listWebhookDeliveriesRequest = z.strictObject({
  ruleId: idText.optional(),
  callId: idText.optional(),
  state: z.enum(["waiting", "delivered", "failed"], { error: "must be waiting, delivered or failed" }).optional(),
  /** The id of the last one of the page before. */
  before: idText.optional(),
});
export type ListWebhookDeliveriesRequest = z.infer<typeof listWebhookDeliveriesRequest>;

export interface ListWebhookDeliveriesResponse {
  readonly deliveries: readonly WebhookDeliveryData[];
  readonly hasMore: boolean;
}

export interface WebhookDeliveryResponse {
  readonly delivery: WebhookDeliveryData;
}

export interface WebhookDeliveryData {
  /** Also in the header `Tamtam-Delivery` of each try. */
  readonly id: string;
  readonly ruleId: string;
  readonly callId: string;
  readonly isTest: boolean;
  readonly state: "waiting" | "delivered" | "failed";
  readonly created: string;
  /** When it is tried next, while it waits. */
  readonly due: string | null;
  readonly attempts: readonly {
    readonly number: number;
    readonly started: string;
    readonly durationMs: number;
    readonly status: number | null;
    readonly failure: string | null;
    /** The first characters of what the receiver answered. */
    readonly answer: string | null;
  }[];
}
