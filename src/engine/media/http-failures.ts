import type { StageError } from "../../calls/errors.ts";
import { ForbiddenAddressError } from "./guarded-agents.ts";
import { errorCode, lastingError, passingError } from "./media-errors.ts";

/** What an answer's status means for a recording; `undefined` where the body is one. */
export function statusFailure(status: number, shownUrl: string): StageError | undefined {
  if (status === 200 || status === 206) return undefined;
  if (status === 404 || status === 410) {
    return lastingError(
      "media-not-found",
      `There is nothing at ${shownUrl} (HTTP ${status}). Check the link; it may have expired.`,
    );
  }
  if (status === 401 || status === 403 || status === 407) {
    return lastingError(
      "media-access",
      `${shownUrl} refused access (HTTP ${status}). Give a link that works without a login, for instance a signed one that has not expired.`,
    );
  }
  if (status >= 500 || status === 408 || status === 425 || status === 429) {
    return passingError("media-server", `The server of ${shownUrl} could not answer (HTTP ${status}). Retry later.`);
  }
  return lastingError(
    "media-url",
    `${shownUrl} answered HTTP ${status} instead of a recording. Check the link in a browser.`,
  );
}

/** What a request that got no answer, or not all of it, means for a recording. */
export function requestFailure(error: unknown, shownUrl: string): StageError {
  const forbidden = findForbidden(error);
  if (forbidden) return forbiddenFailure(forbidden, shownUrl);
  const code = errorCode(error);
  const message = error instanceof Error ? error.message : String(error);
  if (code === "ERR_TOO_MANY_REDIRECTS") {
    return lastingError("media-url", `${shownUrl} redirects too often. Give the link it should end at.`, error);
  }
  if (code === "ERR_UNSUPPORTED_PROTOCOL" || code === "ERR_INVALID_URL") {
    return lastingError(
      "media-url",
      `${shownUrl} redirects to something that is not http or https. Give a direct link.`,
      error,
    );
  }
  if (isCertificateCode(code)) {
    return lastingError(
      "media-unreachable",
      `${shownUrl} has no valid TLS certificate (${code}). Have it mended, or use a link on a server with a valid one.`,
      error,
    );
  }
  return passingError("media-unreachable", `${unreachableReason(code, shownUrl)} (${code || message}).`, error);
}

function unreachableReason(code: string, shownUrl: string): string {
  if (code === "ENOTFOUND")
    return `The server's name in ${shownUrl} is not known. Check its spelling and this machine's DNS`;
  if (code === "EAI_AGAIN")
    return `The server's name in ${shownUrl} could not be looked up. Check this machine's network and retry`;
  if (code === "ECONNREFUSED")
    return `The server of ${shownUrl} refused the connection. Check the port and whether it runs`;
  if (code === "ETIMEDOUT") return `The server of ${shownUrl} took too long. Retry; what has arrived is kept`;
  if (code === "EPROTO" || code.startsWith("ERR_SSL"))
    return `${shownUrl} does not speak TLS properly. Check http or https in the link`;
  return `The connection to ${shownUrl} broke. Retry; what has arrived is kept`;
}

function forbiddenFailure(forbidden: ForbiddenAddressError, shownUrl: string): StageError {
  const via = forbidden.host === forbidden.address ? forbidden.address : `${forbidden.host} (${forbidden.address})`;
  return lastingError(
    "media-address-forbidden",
    `${shownUrl} leads to ${via}, an address inside a private network. If it is meant, the operator can allow it in TAMTAM_MEDIA_ALLOW_HOSTS.`,
    forbidden,
  );
}

function findForbidden(error: unknown): ForbiddenAddressError | undefined {
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    if (at instanceof ForbiddenAddressError) return at;
  }
  return undefined;
}

/** Names of OpenSSL's verification results and Node's own about certificates. */
function isCertificateCode(code: string): boolean {
  return /CERT|^ERR_TLS_|UNABLE_TO_VERIFY|UNABLE_TO_GET_ISSUER|SELF_SIGNED/.test(code);
}
