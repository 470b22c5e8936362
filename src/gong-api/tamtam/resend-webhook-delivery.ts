import { z } from "zod";
import { idText } from "../wire-types.ts";

/** `POST /tamtam/v1/webhook-deliveries/{id}/resend` */
export const resendWebhookDeliveryRequest = z.strictObject({ id: idText });
export type ResendWebhookDeliveryRequest = z.infer<typeof resendWebhookDeliveryRequest>;
