import type { CompanyTime } from "../../../gong-api/company-time.ts";
import type { WebhookKeyResponse } from "../../../gong-api/tamtam/webhook-key.ts";
import type { WebhookPublicKey, WebhookSigning } from "../../webhooks/webhook-signing.ts";

export interface WebhookKeyParts {
  readonly webhookSigning: WebhookSigning;
  readonly companyTime: CompanyTime;
}

export function presentWebhookKey({ keyId, pem, createdMs }: WebhookPublicKey, time: CompanyTime): WebhookKeyResponse {
  const publicKey = pem.replaceAll(/-----[A-Z ]+-----|\s/g, "");
  return { keyId, publicKey, publicKeyPem: pem, created: time.format(createdMs) };
}
