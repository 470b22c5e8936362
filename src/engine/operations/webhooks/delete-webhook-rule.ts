import { asId, type WebhookRuleId } from "../../../calls/ids.ts";
import type { TamtamApi } from "../../../gong-api/tamtam/tamtam-api.ts";
import type { WebhookRuleParts } from "./webhook-rules.ts";

export function deleteWebhookRule({ database, webhookRules }: WebhookRuleParts): TamtamApi["deleteWebhookRule"] {
  return async ({ id }) => {
    await database.transact((transaction) => webhookRules.remove(asId<WebhookRuleId>(id), transaction));
    return {};
  };
}
