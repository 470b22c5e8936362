import type { ServerResponse } from "node:http";
import { setImmediate as nextTurn } from "node:timers/promises";
import type { HttpEnv } from "../http-env.ts";

/** An answer that promises its whole body and breaks off halfway, with the connection. */
export function cutBody(
  whole: Uint8Array<ArrayBuffer>,
  { status, headers }: Pick<Response, "status" | "headers">,
  outgoing: HttpEnv["Bindings"]["outgoing"],
): Response {
  const half = whole.subarray(0, Math.floor(whole.length / 2));
  let isHalfRead = false;
  const body = new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        if (!isHalfRead) {
          isHalfRead = true;
          controller.enqueue(half);
        } else if (outgoing) {
          await hangUp(outgoing as ServerResponse); // HTTP/1 is all that is spoken here
        } else {
          controller.error(new Error("The answer breaks off here."));
        }
      },
    },
    { highWaterMark: 0 },
  );
  const promised = new Headers(headers);
  promised.set("Content-Length", String(whole.length));
  return new Response(body, { status, headers: promised });
}

/** Once what was read is on its way. The server's adaptor holds the first pieces back to see whether more come at once. */
async function hangUp(outgoing: ServerResponse): Promise<void> {
  while (!outgoing.headersSent && !outgoing.destroyed) await nextTurn();
  const gone = new Promise((resolve) => outgoing.once("close", resolve));
  outgoing.socket?.end();
  if (!outgoing.destroyed) await gone;
}
