import { createHmac, timingSafeEqual } from "node:crypto";

function sign(secret: string, path: string, expiresSeconds: string): Buffer {
  return createHmac("sha256", secret).update(`${expiresSeconds}\n${path}`).digest();
}

/** Adds to a path until when it may be used (Unix seconds) and a signature of both. */
export function signLink(secret: string, path: string, expiresMs: number): string {
  const expires = String(Math.floor(expiresMs / 1000));
  return `${path}?expires=${expires}&signature=${sign(secret, path, expires).toString("base64url")}`;
}

/** Whether path, end and signature belong together; a link that is over was still signed here. */
export function checkLink(
  secret: string,
  link: { readonly path: string; readonly expires: string; readonly signature: string },
  nowMs: number,
): "valid" | "expired" | undefined {
  const expected = sign(secret, link.path, link.expires);
  const given = Buffer.from(link.signature, "base64url");
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
  return Number(link.expires) * 1000 > nowMs ? "valid" : "expired";
}
