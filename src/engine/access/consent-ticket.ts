import { isSameText } from "../../lib/secret-hash.ts";
import { signText } from "../../lib/signed-text.ts";

const PURPOSE = "oauth-consent";

/**
 * Goes out with a question to an operator and comes back with the decision. A page of another site cannot make one, and one that was made
 * for another operator, another question or an hour ago is good for nothing.
 * @param question everything that the decision is about
 */
export function makeTicket(secret: string, question: readonly string[], expiresMs: number): string {
  return `${expiresMs}.${sign(secret, question, String(expiresMs))}`;
}

export function isTicketFor(secret: string, question: readonly string[], ticket: string, nowMs: number): boolean {
  const [expires = "", signature = ""] = ticket.split(".");
  return isSameText(signature, sign(secret, question, expires)) && Number(expires) > nowMs;
}

function sign(secret: string, question: readonly string[], expires: string): string {
  return signText(secret, PURPOSE, JSON.stringify([expires, ...question]));
}
