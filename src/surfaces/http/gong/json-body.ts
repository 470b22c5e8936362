import type { Context } from "hono";
import { parseWireJson } from "../../../gong-api/wire-json.ts";
import { wireError } from "../../../gong-api/wire-errors.ts";
import type { HttpEnv } from "../http-env.ts";
import { readBody } from "../read-body.ts";

/** Clients send JSON under these names too, or under none. */
const tolerated = ["application/x-www-form-urlencoded", "text/plain", "application/octet-stream"];

/** A body that may be JSON, as text. @throws WireError, RequestError */
export async function readJsonText(c: Context<HttpEnv>): Promise<string> {
  const type = (c.req.header("Content-Type") ?? "application/json").split(";")[0]?.trim().toLowerCase() ?? "";
  const text = await readBody(c.req.raw, bytesOf(c));
  if (text.trim() === "") return "";
  if (!/^application\/(?:[\w.-]+\+)?json$/.test(type) && !tolerated.includes(type)) throw wireError("media-type");
  return text;
}

/** From Node's own request where there is one: the standard's drops the body of a GET, and is slower. */
function bytesOf({ env, req }: Context<HttpEnv>): AsyncIterable<Uint8Array> | null {
  // Who sends too much is still to be answered.
  const incoming = (env as HttpEnv["Bindings"] | undefined)?.incoming; // a request that no server stands below may have none
  if (incoming) return incoming.iterator({ destroyOnReturn: false });
  return req.method === "GET" ? null : req.raw.body;
}

/** What the text of a body says; no text says an empty object. @throws WireError */
export function parseJsonText(text: string): unknown {
  if (text === "") return {};
  try {
    return parseWireJson(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw wireError("json-broken", error.message);
  }
}
