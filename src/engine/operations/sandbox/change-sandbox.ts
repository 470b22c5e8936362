import { ConflictError } from "../../../calls/errors.ts";
import type { TamtamApi } from "../../../gong-api/tamtam/tamtam-api.ts";
import type { SandboxParts } from "./get-sandbox.ts";

/** A server with real calls is not made to fail by a request: that it may fail is said at its start. */
export function changeSandbox({ sandbox }: SandboxParts): TamtamApi["changeSandbox"] {
  return async (request) => {
    if (sandbox === undefined) {
      throw new ConflictError("This server was not started as a sandbox; start it with TAMTAM_SANDBOX=on to switch.");
    }
    sandbox.change(request);
    return { sandbox: sandbox.state() };
  };
}
