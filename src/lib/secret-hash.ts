import { hash, timingSafeEqual } from "node:crypto";

/*
 * Secrets here are 256 random bits that we made, not passwords that people chose: one SHA-256 cannot be searched backwards, and a
 * slow hash would only make every request slow.
 */

/** What is stored of a secret. */
export function hashSecret(secret: string): string {
  return hash("sha256", secret, "base64url");
}

/** Compares what `hashSecret` made, in the same time whatever it is. */
export function isSameDigest(left: string, right: string): boolean {
  return left.length === right.length && timingSafeEqual(Buffer.from(left), Buffer.from(right));
}

/** Compares in the same time whatever the texts are. */
export function isSameText(left: string, right: string): boolean {
  return timingSafeEqual(hash("sha256", left, "buffer"), hash("sha256", right, "buffer"));
}
