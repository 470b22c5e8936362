import { auth } from "hono/utils/basic-auth";
import { RequestError } from "./request-error.ts";
import type { HttpServices } from "./services.ts";

const HOW_TO_GET_A_KEY =
  "The server printed an access key and its secret when it first started; `tamtam keys create` makes another.";
const HOW_TO_SEND_IT = "Send them as HTTP Basic, user name and password: curl -u <access-key>:<secret>.";

/** @throws RequestError unless the request carries a known access key with its secret. */
export async function requireAccessKey(request: Request, services: Pick<HttpServices, "authenticate">): Promise<void> {
  if (!request.headers.has("Authorization")) throw denied(`This needs an access key. ${HOW_TO_SEND_IT}`);
  const credentials = auth(request);
  if (!credentials) {
    throw denied(
      `The Authorization header must be "Basic " and the base64 of <access-key>:<secret>. ${HOW_TO_SEND_IT}`,
    );
  }
  if (await services.authenticate(credentials.username, credentials.password)) return;
  throw denied("There is no such access key, or it is revoked, or its secret is another.");
}

function denied(message: string): RequestError {
  return new RequestError("access-key", `${message} ${HOW_TO_GET_A_KEY}`, {
    headers: { "WWW-Authenticate": 'Basic realm="Tamtam", charset="UTF-8"' },
  });
}
