import type { RunningServer } from "../host/processing.ts";
import { renderNewKey } from "../render/new-key.ts";

/** Where the server explains its HTTP interface. */
export function docsUrl(server: RunningServer): string {
  return new URL("/docs", server.url).href;
}

/** The page for people. */
export function pageUrl(server: RunningServer): string {
  return new URL("/calls", server.url).href;
}

/** For people: where it is, who may use it, how it ends. */
export function serverText(server: RunningServer): string {
  const lines = [
    `Tamtam is running at ${server.url}`,
    `Its page for people is at ${pageUrl(server)}`,
    `Its HTTP interface is explained at ${docsUrl(server)}`,
    ...(server.sandbox === undefined
      ? []
      : [`It is a sandbox that makes trouble on Gong's paths on purpose: ${server.sandbox}.`]),
    "Ctrl-C stops it.",
  ];
  return server.newAccessKey
    ? [...lines, "", renderNewKey(server.newAccessKey), ""].join("\n")
    : [...lines, ""].join("\n");
}

/** For programs, with `--json`. */
export function serverAnswer(server: RunningServer): Record<string, string> {
  const sandbox = server.sandbox === undefined ? {} : { sandbox: server.sandbox };
  return { url: server.url, pageUrl: pageUrl(server), docsUrl: docsUrl(server), ...sandbox, ...server.newAccessKey };
}
