import type { AccessKeyWithSecret } from "../host/access.ts";

/** A new key with the warning it needs. */
export function renderNewKey({ accessKey, accessKeySecret }: AccessKeyWithSecret): string {
  return [
    `Access key:        ${accessKey}`,
    `Access key secret: ${accessKeySecret}`,
    "Keep the secret now: it is not shown again.",
  ].join("\n");
}
