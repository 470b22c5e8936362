import { z } from "zod";
import { idText } from "../wire-types.ts";
import { webhookRuleFields } from "./webhook-rule-fields.ts";

/** `PATCH /tamtam/v1/webhook-rules/{id}`: what the body does not name stays; a filter takes the place of the whole one before. */
export const changeWebhookRuleRequest = z.strictObject({ id: idText, ...webhookRuleFields });
export type ChangeWebhookRuleRequest = z.infer<typeof changeWebhookRuleRequest>;
