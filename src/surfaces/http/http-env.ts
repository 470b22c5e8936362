import type { HttpBindings } from "@hono/node-server";
import type { Principal } from "../../gong-api/principal.ts";

/** What travels with a request: Node's own objects where a real server stands below, its id, and who sent it. */
export type HttpEnv = {
  Bindings: Partial<HttpBindings>;
  Variables: {
    requestId: string;
    /** There once the access key or token was checked, so for every handler but the open ones. */
    principal: Principal;
  };
};
