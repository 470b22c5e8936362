import { createHash, timingSafeEqual } from "node:crypto";

/*
 * Secrets here are 256 random bits that we made, not passwords that people chose: one SHA-256 cannot be searched backwards, and a
 * slow hash would only make every request slow.
 */

/** What is stored of a secret. */
export function hashSecret(secret: string): string {
  return createHash("sha256").update(secret).digest("base64url");
}

/** Compares in the same time whatever the texts are. */
export function isSameText(left: string, right: string): boolean {
  const digests = [left, right].map((text) => createHash("sha256").update(text).digest());
  return timingSafeEqual(digests[0] ?? Buffer.alloc(0), digests[1] ?? Buffer.alloc(1));
}
