import type { Context } from "hono";
import type { Principal } from "../../gong-api/principal.ts";
import { type AccessServices, requireAccessKey } from "./access-key.ts";
import type { HttpEnv } from "./http-env.ts";
import { RequestError } from "./request-error.ts";

const reasons = {
  unknown: "The access token is unknown, or has expired a while ago.",
  revoked: "The access token has been revoked.",
  expired: "The access token has expired.",
  "untrusted-address": "The access token may not be used from this IP address.",
};

/** @param authorization the header, as it was sent */
export function bearerToken(authorization: string | undefined): string | undefined {
  return /^bearer +(\S+) *$/i.exec(authorization ?? "")?.[1];
}

/** Who sent a request to one of Gong's paths: an app with its bearer token, or an access key. @throws RequestError */
export async function requireKeyOrToken(c: Context<HttpEnv>, services: AccessServices): Promise<Principal> {
  const token = bearerToken(c.req.header("Authorization"));
  if (token === undefined) return requireAccessKey(c, services);
  const identified = await services.access.identifyToken(token);
  if ("principal" in identified) {
    c.set("principal", identified.principal);
    return identified.principal;
  }
  throw new RequestError("access-token", `${reasons[identified.refusal]} Get another with the refresh token.`, {
    headers: { "WWW-Authenticate": 'Bearer realm="Tamtam", error="invalid_token"' },
  });
}
