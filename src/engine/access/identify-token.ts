import type { Identification } from "../../gong-api/principal.ts";
import type { KnownAccessToken } from "./oauth-store.ts";

/** Gong: tokens act for the company; there is no OAuth for single users. */
export function identifyToken(token: KnownAccessToken | undefined, nowMs: number): Identification {
  if (token === undefined) return { refusal: "unknown" };
  if (token.revokedMs !== undefined) return { refusal: "revoked" };
  if (token.expiresMs <= nowMs) return { refusal: "expired" };
  return { principal: { kind: "token", id: token.clientId, scopes: new Set(token.scopes) } };
}
