import type { TamtamApi } from "../../../gong-api/tamtam/tamtam-api.ts";
import { presentWebhookKey, type WebhookKeyParts } from "./webhook-key.ts";

export function rotateWebhookKey({ webhookSigning, companyTime }: WebhookKeyParts): TamtamApi["rotateWebhookKey"] {
  return async () => presentWebhookKey(await webhookSigning.rotate(), companyTime);
}
