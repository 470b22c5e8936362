import type { TamtamApi } from "../../../gong-api/tamtam/tamtam-api.ts";
import { presentWebhookKey, type WebhookKeyParts } from "./webhook-key.ts";

export function getWebhookKey({ webhookSigning, companyTime }: WebhookKeyParts): TamtamApi["getWebhookKey"] {
  return async () => presentWebhookKey(await webhookSigning.publicKey(), companyTime);
}
