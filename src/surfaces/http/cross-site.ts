import { RequestError } from "./request-error.ts";

const SAFE_METHODS = ["GET", "HEAD", "OPTIONS"];

/**
 * Refuses what another web site makes a browser send: a browser adds the credentials it remembers to any site's form.
 * A page can set neither header. `Sec-Fetch-Site` is missing on plain http from another machine and in old browsers;
 * `Origin` is then still there. Programs send neither. Hono's own csrf middleware looks at form content types only,
 * and a page can also send none.
 * @throws RequestError
 */
export function refuseCrossSite(request: Request): void {
  if (SAFE_METHODS.includes(request.method)) return;
  const site = request.headers.get("Sec-Fetch-Site");
  const isOwn = site === null ? isOwnOrigin(request) : site === "same-origin" || site === "none";
  if (isOwn) return;
  throw new RequestError(
    "cross-site",
    "A page of another web site sent this, and only this server's own pages may; " +
      "a program leaves out Origin and Sec-Fetch-Site.",
  );
}

/** Hosts are compared, not schemes: a proxy may speak https where this server hears http. */
function isOwnOrigin(request: Request): boolean {
  const origin = request.headers.get("Origin");
  if (origin === null) return true;
  return URL.canParse(origin) && new URL(origin).host === new URL(request.url).host;
}
