import type { Context } from "hono";
import { auth } from "hono/utils/basic-auth";
import type { Identification, Principal } from "../../gong-api/principal.ts";
import { callerOf } from "./audit-requests.ts";
import type { HttpEnv } from "./http-env.ts";
import { RequestError } from "./request-error.ts";
import type { HttpServices } from "./services.ts";

export type AccessServices = Pick<HttpServices, "access">;

const HOW_TO_GET_A_KEY =
  "The server printed an access key and its secret when it first started; `tamtam keys create` makes another.";
const HOW_TO_SEND_IT = "Send them as HTTP Basic, user name and password: curl -u <access-key>:<secret>.";
const CHALLENGE = { "WWW-Authenticate": 'Basic realm="Tamtam", charset="UTF-8"' };

/** Who the request's access key belongs to, from now on known to its handlers. @throws RequestError */
export async function requireAccessKey(c: Context<HttpEnv>, { access }: AccessServices): Promise<Principal> {
  const request = c.req.raw;
  if (!request.headers.has("Authorization")) throw denied(`This needs an access key. ${HOW_TO_SEND_IT}`);
  const credentials = auth(request);
  if (!credentials) {
    throw denied(
      `The Authorization header must be "Basic " and the base64 of <access-key>:<secret>. ${HOW_TO_SEND_IT}`,
    );
  }
  const identified = await access.identifyKey(credentials.username, credentials.password, callerOf(c));
  if ("refusal" in identified) throw refused(identified.refusal);
  c.set("principal", identified.principal);
  return identified.principal;
}

type Refusal = Extract<Identification, { readonly refusal: unknown }>["refusal"];

function refused(refusal: Refusal): RequestError {
  switch (refusal) {
    case "unknown":
      return denied("There is no such access key, or its secret is another.");
    case "revoked":
      return denied("This access key is revoked.");
    case "expired":
      return denied("This access key has expired.");
    case "untrusted-address":
      return new RequestError(
        "untrusted-address",
        "Access denied: this access key may not be used from this IP address; `tamtam keys list` shows from which.",
      );
  }
}

function denied(message: string): RequestError {
  return new RequestError("access-key", `${message} ${HOW_TO_GET_A_KEY}`, { headers: CHALLENGE });
}
