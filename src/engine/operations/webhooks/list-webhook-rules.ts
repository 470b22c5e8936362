import type { TamtamApi } from "../../../gong-api/tamtam/tamtam-api.ts";
import { presentRule, type WebhookRuleParts } from "./webhook-rules.ts";

export function listWebhookRules({ webhookRules, companyTime }: WebhookRuleParts): TamtamApi["listWebhookRules"] {
  return async () => ({ rules: (await webhookRules.list()).map((rule) => presentRule(rule, companyTime)) });
}
