import { createHmac } from "node:crypto";

/** A signature over a text that only holders of the secret can make: letters, digits, `-` and `_`. `purpose` keeps signatures for different ends apart. */
export function signText(secret: string, purpose: string, text: string): string {
  return createHmac("sha256", secret).update(`${purpose}\n${text}`).digest("base64url");
}
