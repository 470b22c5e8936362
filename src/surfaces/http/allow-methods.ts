import type { Hono } from "hono";
import type { HttpEnv } from "./http-env.ts";
import { RequestError } from "./request-error.ts";

/** Refuses every method that no route before this one took. */
export function allowMethods(app: Hono<HttpEnv>, path: string, methods: readonly string[]): void {
  const allowed = methods.join(", ");
  app.all(path, (c) => {
    throw new RequestError("method-not-allowed", `${c.req.path} does not take ${c.req.method}; use ${allowed}.`, {
      headers: { Allow: allowed },
    });
  });
}
