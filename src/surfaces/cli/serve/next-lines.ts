import { commandLineText, shellQuoted } from "../input/command-line-text.ts";
import type { RunningServer } from "../host/processing.ts";
import { pageUrl } from "./server-text.ts";

const ANY_KEYWORD = "pricing";

/** What to type next, ready to be pasted. The secret is known only to the start that made the key. */
export function nextLines(server: RunningServer, keyword: string | undefined): string {
  const words = keyword ?? ANY_KEYWORD;
  const key = server.newAccessKey;
  const user = key
    ? shellQuoted(`${key.accessKey}:${key.accessKeySecret}`)
    : '"$TAMTAM_ACCESS_KEY:$TAMTAM_ACCESS_KEY_SECRET"';
  const body = shellQuoted(JSON.stringify({ keywords: [words] }));
  const url = new URL("/connection/actions/search-calls", server.url).href;
  return [
    "",
    "To go on, in another terminal:",
    `  npx ${commandLineText("search-calls", [["keywords", words]], Number.POSITIVE_INFINITY)}`,
    "  npx tamtam shell",
    "  npx tamtam help",
    `  curl -u ${user} -H 'content-type: application/json' -d ${body} ${url}`,
    `or in a browser, signed in with the same access key: ${pageUrl(server)}`,
  ].join("\n");
}
