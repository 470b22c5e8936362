import type { Context } from "hono";
import { parseWireJson } from "../../../gong-api/wire-json.ts";
import { wireError } from "../../../gong-api/wire-errors.ts";
import type { HttpEnv } from "../http-env.ts";
import { readBody } from "../read-body.ts";

/** Clients send JSON under these names too, or under none. */
const tolerated = ["application/x-www-form-urlencoded", "text/plain", "application/octet-stream"];

/** The body as JSON; no body is an empty object. @throws WireError, RequestError */
export async function readJsonBody(c: Context<HttpEnv>): Promise<unknown> {
  const type = (c.req.header("Content-Type") ?? "application/json").split(";")[0]?.trim().toLowerCase() ?? "";
  // The standard's requests drop the body of a GET; Node's own still has it.
  const text = await (c.req.method === "GET" ? readBody(c.req.raw, c.env.incoming ?? null) : readBody(c.req.raw));
  if (text.trim() === "") return {};
  if (!/^application\/(?:[\w.-]+\+)?json$/.test(type) && !tolerated.includes(type)) throw wireError("media-type");
  try {
    return parseWireJson(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw wireError("json-broken", error.message);
  }
}
