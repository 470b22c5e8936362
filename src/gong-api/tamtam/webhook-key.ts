import { z } from "zod";

/** `GET /tamtam/v1/webhook-key`, `POST /tamtam/v1/webhook-key/rotate` */
export const webhookKeyRequest = z.strictObject({});
export type WebhookKeyRequest = z.infer<typeof webhookKeyRequest>;

export interface WebhookKeyResponse {
  /** Also in the header of each JWT, as `kid`. */
  readonly keyId: string;
  /** Base64 of one line, as Gong's page shows it. */
  readonly publicKey: string;
  /** The same with its PEM header and line ends. */
  readonly publicKeyPem: string;
  readonly created: string;
}
