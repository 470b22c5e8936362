import type { HttpBindings } from "@hono/node-server";

/** What travels with a request: Node's own objects where a real server stands below, and the id of the request. */
export type HttpEnv = {
  Bindings: Partial<HttpBindings>;
  Variables: { requestId: string };
};
