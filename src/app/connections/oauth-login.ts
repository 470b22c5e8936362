import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { SetupError } from "../../calls/errors.ts";
import { beginAuthorization, type OAuthApp, oauthEndpoints, type Tokens } from "../../client/oauth.ts";

export interface LoginParts {
  readonly app: OAuthApp;
  /** `https://app.gong.io`, or another Tamtam's base URL. */
  readonly authorizationBaseUrl: string;
  readonly scopes: readonly string[];
  /** Of this machine, as the app's redirect URI names it. */
  readonly port: number;
  /** Tells the operator where to go; the browser is opened there too, where there is one. */
  readonly showUrl: (url: string) => Promise<{ readonly isBrowserWanted: boolean }>;
  readonly signal: AbortSignal;
}

export const REDIRECT_PATH = "/callback";

/** Asks the operator's browser, waits on this machine for the answer, and gives the tokens for it. */
export async function authorizeInBrowser(
  parts: LoginParts,
): Promise<{ readonly tokens: Tokens; readonly tokenUrl: string }> {
  const { app, authorizationBaseUrl, scopes, port, showUrl, signal } = parts;
  const endpoints = oauthEndpoints(authorizationBaseUrl);
  const answered = Promise.withResolvers<{ readonly url: URL; readonly response: ServerResponse }>();
  let isAnswered = false;
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? "/", `http://127.0.0.1:${listeningPort}`);
    if (url.pathname !== REDIRECT_PATH || isAnswered) return void response.writeHead(404).end();
    isAnswered = true;
    answered.resolve({ url, response });
  });
  let listeningPort = port;
  server.listen(port, "127.0.0.1");
  await once(server, "listening", { signal }).catch((cause: unknown) => {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new SetupError(
      `Port ${port} of this machine, to which the browser is to come back, cannot be used: ${reason}.`,
      { cause },
    );
  });
  listeningPort = (server.address() as AddressInfo).port; // it listens on a port, not on a pipe
  try {
    const redirectUri = `http://127.0.0.1:${listeningPort}${REDIRECT_PATH}`;
    const authorization = await beginAuthorization(endpoints, app, { redirectUri, scopes });
    const { isBrowserWanted } = await showUrl(authorization.url);
    if (isBrowserWanted) openBrowser(authorization.url);
    const { url, response } = await Promise.race([answered.promise, untilAborted(signal)]);
    try {
      const tokens = await authorization.redeem(url);
      answer(response, "Tamtam is connected. This page can be closed.");
      return { tokens, tokenUrl: endpoints.tokenUrl };
    } catch (error) {
      answer(response, "Tamtam is not connected; the terminal says why.");
      throw error;
    }
  } finally {
    server.closeIdleConnections();
    server.close();
  }
}

function answer(response: ServerResponse, text: string): void {
  response.writeHead(200, { "Content-Type": "text/plain; charset=utf-8", Connection: "close" }).end(`${text}\n`);
}

function untilAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const abort = () => reject(signal.reason as Error); // whatever it was aborted with
    if (signal.aborted) abort();
    else signal.addEventListener("abort", abort, { once: true });
  });
}

const openers: Readonly<Record<string, readonly [string, ...string[]]>> = {
  darwin: ["open"],
  win32: ["rundll32", "url.dll,FileProtocolHandler"],
};

/** Where there is no browser, the operator has the URL. */
function openBrowser(url: string): void {
  const [program, ...args] = openers[process.platform] ?? ["xdg-open"];
  const child = spawn(program, [...args, url], { stdio: "ignore", detached: true });
  child.on("error", () => {});
  child.unref();
}
