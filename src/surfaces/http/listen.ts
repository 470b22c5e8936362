import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { createServer as createTlsServer, Server as TlsServer } from "node:https";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import type { Hono } from "hono";
import { SetupError } from "../../calls/errors.ts";
import type { HttpEnv } from "./http-env.ts";
import type { TlsCertificate } from "./tls-certificate.ts";

export interface ListenOptions {
  readonly host: string;
  /** 0 takes any free one. */
  readonly port: number;
  /** HTTPS where it is given. */
  readonly tls?: TlsPair | undefined;
  /** Asked before the app is, of every request. */
  readonly answerFirst?: AnswerFirst | undefined;
  /** How long `close` lets running requests finish. */
  readonly closeWithinMs?: number | undefined;
}

/** Answers, or lets the app answer: one of the two, once. */
export type AnswerFirst = (incoming: IncomingMessage, outgoing: ServerResponse, askApp: () => void) => void;

/** Texts in PEM. */
export type TlsPair = Pick<TlsCertificate, "cert" | "key">;

export interface Listener {
  /** With the port that was taken, and an address that this machine can reach. */
  readonly url: string;
  /** Accepts nothing more, ends idle connections, lets running requests finish, and cuts those that take too long. */
  close(): Promise<void>;
  /** For connections from now on. Nothing where this is no HTTPS. */
  renewCertificate(tls: TlsPair): void;
}

const DEFAULT_CLOSE_WITHIN_MS = 10_000;
const SWEEP_EVERY_MS = 50;

/** @throws SetupError when this host and port cannot be had. */
export async function listen(app: Pick<Hono<HttpEnv>, "fetch">, options: ListenOptions): Promise<Listener> {
  const { host, port, closeWithinMs = DEFAULT_CLOSE_WITHIN_MS } = options;
  const answer = answering(app, options.answerFirst);
  const server = options.tls ? createTlsServer(tlsOptions(options.tls), answer) : createServer(answer);
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error) => reject(cannotListen(error, host, port)));
    server.listen(port, host, resolve);
  });
  let closed: Promise<void> | undefined;
  return {
    url: `${options.tls ? "https" : "http"}://${reachablePlace(host, server.address() as AddressInfo)}`, // a TCP server that listens has one
    close: () => (closed ??= closeServer(server, closeWithinMs)),
    renewCertificate: (tls) => server instanceof TlsServer && server.setSecureContext(tlsOptions(tls)),
  };
}

function answering(app: Pick<Hono<HttpEnv>, "fetch">, answerFirst: AnswerFirst | undefined) {
  // The adaptor puts its own Request and Response in the place of the global ones, for the whole process: bytes in its own it sends as they are, another's it
  // would read as a stream. What `fetch` answers is then no `instanceof Response`; nothing here asks that.
  const askApp = getRequestListener(app.fetch, { overrideGlobalObjects: true });
  if (answerFirst === undefined) return askApp;
  return (incoming: IncomingMessage, outgoing: ServerResponse) =>
    answerFirst(incoming, outgoing, () => void askApp(incoming, outgoing));
}

function tlsOptions({ cert, key }: TlsPair) {
  return { cert, key, minVersion: "TLSv1.2" as const };
}

async function closeServer(server: Server | TlsServer, closeWithinMs: number): Promise<void> {
  // A connection whose request ends from now on would otherwise stay open for the next one. Before the app's own
  // listener, which may have answered by the time it returns.
  server.prependListener("request", (_, response) => response.setHeader("Connection", "close"));
  const deadline = setTimeout(() => server.closeAllConnections(), closeWithinMs);
  const sweep = setInterval(() => server.closeIdleConnections(), SWEEP_EVERY_MS);
  try {
    await new Promise<void>((resolve) => {
      server.close(() => resolve());
    });
  } finally {
    clearTimeout(deadline);
    clearInterval(sweep);
  }
}

function reachablePlace(host: string, { port, family, address }: AddressInfo): string {
  if (address === "0.0.0.0") return `127.0.0.1:${port}`;
  if (address === "::") return `[::1]:${port}`;
  return `${family === "IPv6" && host.includes(":") ? `[${address}]` : host}:${port}`;
}

function cannotListen(error: Error, host: string, port: number): Error {
  const place = `${host.includes(":") ? `[${host}]` : host}:${port}`;
  switch ("code" in error ? error.code : undefined) {
    case "EADDRINUSE":
      return new SetupError(
        `${place} is in use by another program, perhaps another Tamtam; stop it or set TAMTAM_PORT to a free port.`,
        { cause: error },
      );
    case "EACCES":
      return new SetupError(`${place} may not be used by this user; set TAMTAM_PORT to a port from 1024.`, {
        cause: error,
      });
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return new SetupError(`${host} is not an address of this machine; set TAMTAM_HOST to one, such as 127.0.0.1.`, {
        cause: error,
      });
    default:
      return error;
  }
}
