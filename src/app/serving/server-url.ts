import type { Config } from "../../config/config.ts";

/** Where the server would listen as it is configured. */
export function configuredUrl({ host, port, tls }: Config["server"]): string {
  return `${tls === undefined ? "http" : "https"}://${host.includes(":") ? `[${host}]` : host}:${port}`;
}
