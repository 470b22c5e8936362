import { z } from "zod";
import { idText } from "../wire-types.ts";

/** `DELETE /tamtam/v1/webhook-rules/{id}` */
export const deleteWebhookRuleRequest = z.strictObject({ id: idText });
export type DeleteWebhookRuleRequest = z.infer<typeof deleteWebhookRuleRequest>;
