import { z } from "zod";
import { idText } from "../wire-types.ts";

/** `POST /tamtam/v1/webhook-rules/{id}/test`: of this call, or of the newest one. */
export const testWebhookRuleRequest = z.strictObject({ id: idText, callId: idText.optional() });
export type TestWebhookRuleRequest = z.infer<typeof testWebhookRuleRequest>;
