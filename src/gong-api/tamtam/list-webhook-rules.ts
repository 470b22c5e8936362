import { z } from "zod";
import type { WebhookRuleData } from "./webhook-rule-fields.ts";

/** `GET /tamtam/v1/webhook-rules` */
export const listWebhookRulesRequest = z.strictObject({});
export type ListWebhookRulesRequest = z.infer<typeof listWebhookRulesRequest>;

export interface ListWebhookRulesResponse {
  readonly rules: readonly WebhookRuleData[];
}
