import { z } from "zod";
import { webhookRuleFields } from "./webhook-rule-fields.ts";

/** `POST /tamtam/v1/webhook-rules`. Without an authentication deliveries are signed. */
export const createWebhookRuleRequest = z.strictObject({
  ...webhookRuleFields,
  name: webhookRuleFields.name.unwrap(),
  url: webhookRuleFields.url.unwrap(),
});
export type CreateWebhookRuleRequest = z.infer<typeof createWebhookRuleRequest>;
