import type { MiddlewareHandler } from "hono";
import type { HttpEnv } from "./http-env.ts";

/**
 * Nothing may be framed, guessed at, kept by caches or named to other sites; a route that needs less strictness says
 * so.
 */
export const securityHeaderDefaults = {
  "Cache-Control": "no-store",
  "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
};

export const securityHeaders: MiddlewareHandler<HttpEnv> = async (c, next) => {
  await next();
  // Not c.header(), which would make another response of this one, with its body as a stream, which is slower to send.
  const { headers } = c.res;
  for (const [name, value] of Object.entries(securityHeaderDefaults)) if (!headers.has(name)) headers.set(name, value);
};
