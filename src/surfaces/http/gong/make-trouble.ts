import { setTimeout as sleep } from "node:timers/promises";
import type { Context, MiddlewareHandler } from "hono";
import type { WireFault, WireTroubles } from "../../../gong-api/wire-faults.ts";
import { wireErrors } from "../../../gong-api/wire-errors.ts";
import { limitReached } from "../company-limits.ts";
import type { HttpEnv } from "../http-env.ts";
import { cutBody } from "./cut-body.ts";
import { gongAnswer } from "./gong-answer.ts";

/** Fails requests as Gong, and the gateway in front of it, fail them. */
export function makeTrouble(troubles: WireTroubles): MiddlewareHandler<HttpEnv> {
  return async (c, next) => {
    const { delayMs, fault } = troubles.next();
    if (delayMs > 0) await sleep(delayMs, undefined, { ref: false });
    switch (fault?.kind) {
      case undefined:
        await next();
        return undefined;
      case "rate-limit":
        throw limitReached(fault);
      case "server-error":
        // A gateway that got no answer, or a bad one, had passed the request on.
        if (fault.status === 502 || fault.status === 504) await next();
        return replace(c, fault.status === 500 ? await ownFailure(c) : gatewayFailure(c, fault.status));
      case "cut":
        await next();
        return replace(c, cutBody(new Uint8Array(await c.res.arrayBuffer()), c.res, c.env.outgoing));
    }
  };
}

/** Hono would give the new answer the headers of the one before. */
function replace(c: Context<HttpEnv>, response: Response): undefined {
  c.res = undefined;
  c.res = response;
}

function ownFailure(c: Context<HttpEnv>): Promise<Response> {
  const { status, sentence } = wireErrors.unexpected;
  return gongAnswer(c, { errors: [sentence()] }, { status });
}

type GatewayStatus = Exclude<Extract<WireFault, { kind: "server-error" }>["status"], 500>;

const reasons: Readonly<Record<GatewayStatus, string>> = {
  502: "Bad Gateway",
  503: "Service Temporarily Unavailable",
  504: "Gateway Time-out",
};

/** Not Gong's envelope, nor JSON: what a gateway says for itself. */
function gatewayFailure(c: Context<HttpEnv>, status: GatewayStatus): Response {
  const title = `${status} ${reasons[status]}`;
  const page = `<!DOCTYPE html>\n<html lang="en">\n<head><title>${title}</title></head>\n<body><h1>${title}</h1><hr>cloudflare</body>\n</html>\n`;
  return new Response(page, {
    status,
    headers: {
      "Content-Type": "text/html; charset=UTF-8",
      Server: "cloudflare",
      "CF-RAY": `${c.get("requestId").slice(0, 16)}-FRA`,
    },
  });
}
