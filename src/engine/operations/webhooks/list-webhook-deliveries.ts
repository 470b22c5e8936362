import { asId, type CallId, type WebhookDeliveryId, type WebhookRuleId } from "../../../calls/ids.ts";
import type { TamtamApi } from "../../../gong-api/tamtam/tamtam-api.ts";
import { presentDelivery, type WebhookDeliveryParts } from "./webhook-deliveries.ts";

const PAGE_SIZE = 100;

export function listWebhookDeliveries(parts: WebhookDeliveryParts): TamtamApi["listWebhookDeliveries"] {
  return async ({ ruleId, callId, state, before }) => {
    const page = await parts.webhookDeliveries.page({
      ruleId: ruleId === undefined ? undefined : asId<WebhookRuleId>(ruleId),
      callId: callId === undefined ? undefined : asId<CallId>(callId),
      state,
      pageSize: PAGE_SIZE,
      beforeId: before === undefined ? undefined : asId<WebhookDeliveryId>(before),
    });
    const deliveries = page.deliveries.map((delivery) => presentDelivery(delivery, parts.companyTime));
    return { deliveries, hasMore: page.hasMore };
  };
}
