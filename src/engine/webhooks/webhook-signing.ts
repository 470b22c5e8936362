/** What deliveries are signed with, and how receivers can check it. */
export interface WebhookSigning {
  /** A JWT that only this library can make, over where a body is sent and what it is. */
  sign(message: { readonly url: string; readonly body: string }): Promise<string>;
  publicKey(): Promise<WebhookPublicKey>;
  /** Makes another pair; what is sent from now on is signed with it. */
  rotate(): Promise<WebhookPublicKey>;
}

export interface WebhookPublicKey {
  /** Also in the header of each JWT. */
  readonly keyId: string;
  readonly pem: string;
  readonly createdMs: number;
}
