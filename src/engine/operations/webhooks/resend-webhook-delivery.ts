import { NotFoundError } from "../../../calls/errors.ts";
import { asId, type WebhookDeliveryId } from "../../../calls/ids.ts";
import type { TamtamApi } from "../../../gong-api/tamtam/tamtam-api.ts";
import { presentDelivery, type WebhookDeliveryParts } from "./webhook-deliveries.ts";

export function resendWebhookDelivery(parts: WebhookDeliveryParts): TamtamApi["resendWebhookDelivery"] {
  return async ({ id }) => {
    const deliveryId = asId<WebhookDeliveryId>(id);
    await parts.database.transact((transaction) => parts.webhookDeliveries.resend(deliveryId, transaction));
    const delivery = await parts.webhookDeliveries.get(deliveryId);
    if (!delivery)
      throw new NotFoundError(`The call of webhook delivery ${id} has been deleted, and the delivery with it.`);
    return { delivery: presentDelivery(delivery, parts.companyTime) };
  };
}
