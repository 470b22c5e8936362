import { createHmac, timingSafeEqual } from "node:crypto";

/** What a link leads to, and the id of whom it was made for, where it was for somebody. */
export interface LinkTarget {
  readonly path: string;
  readonly madeFor?: string | undefined;
}

/** A link as it came. */
export interface SignedLink extends LinkTarget {
  readonly expires: string;
  readonly signature: string;
}

function sign(secret: string, { path, madeFor }: LinkTarget, expiresSeconds: string): Buffer {
  const signed = [expiresSeconds, path, ...(madeFor === undefined ? [] : [madeFor])].join("\n");
  return createHmac("sha256", secret).update(signed).digest();
}

/** Adds to a path until when it may be used (Unix seconds), for whom it is, and a signature of all of it. */
export function signLink(secret: string, target: LinkTarget, expiresMs: number): string {
  const expires = String(Math.floor(expiresMs / 1000));
  const user = target.madeFor === undefined ? "" : `&user=${encodeURIComponent(target.madeFor)}`;
  return `${target.path}?expires=${expires}${user}&signature=${sign(secret, target, expires).toString("base64url")}`;
}

/** Whether path, user, end and signature belong together; a link that is over was still signed here. */
export function checkLink(secret: string, link: SignedLink, nowMs: number): "valid" | "expired" | undefined {
  const expected = sign(secret, link, link.expires);
  const given = Buffer.from(link.signature, "base64url");
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
  return Number(link.expires) * 1000 > nowMs ? "valid" : "expired";
}
