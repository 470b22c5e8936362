import { randomBytes } from "node:crypto";
import type { Connections } from "../connection/backend.ts";
import type { Config } from "../config/config.ts";
import type { Secrets } from "../config/secrets.ts";
import type { CallMediaReading } from "../gong-api/call-media.ts";
import type { Logger } from "../lib/logger.ts";
import { checkLink } from "../lib/signed-link.ts";
import type { RunningServer } from "../surfaces/cli/host.ts";
import type { HttpServices } from "../surfaces/http/services.ts";
import { authenticator, ensureAccessKey } from "./access-keys.ts";
import type { Pipeline } from "./open-pipeline.ts";
import type { Records } from "./open-records.ts";
import { work } from "./work.ts";

export interface ServeParts {
  readonly version: string;
  readonly config: Config;
  readonly secrets: Secrets;
  readonly records: Records;
  readonly pipeline: Pipeline;
  readonly connections: Connections;
  readonly media: CallMediaReading;
  readonly logger: Logger;
}

/** The HTTP server and the worker that does what it is given. */
export async function serve(parts: ServeParts): Promise<RunningServer> {
  const { config, records } = parts;
  const { createHttpApp } = await import("../surfaces/http/http-app.ts");
  const { listen } = await import("../surfaces/http/listen.ts");
  const listening = await listen(createHttpApp(await httpServices(parts)), config.server);
  const newAccessKey = await ensureAccessKey(records, config.accessKey);
  const stop = new AbortController();
  const reportError = (error: unknown, callId: string) =>
    parts.logger.error({ err: error, callId }, "a stage broke down");
  const serverUrl = config.server.publicUrl ?? listening.url;
  const working = work(records, parts.pipeline, reportError, { signal: stop.signal, serverUrl });
  return {
    url: listening.url,
    newAccessKey,
    stopped: working,
    [Symbol.asyncDispose]: async () => {
      stop.abort();
      await Promise.all([listening.close(), working]);
    },
  };
}

async function httpServices(parts: ServeParts): Promise<HttpServices> {
  const { config, records, secrets } = parts;
  const secret = await records.linkSecret();
  const configured =
    config.accessKey !== undefined && secrets.accessKeySecret !== undefined
      ? { accessKey: config.accessKey, accessKeySecret: secrets.accessKeySecret }
      : undefined;
  return {
    version: parts.version,
    connections: parts.connections,
    media: parts.media,
    authenticate: authenticator(records, configured),
    checkLink: (path, expires, signature) => checkLink(secret, { path, expires, signature }, Date.now()),
    makeRequestId,
    reportError: (error, requestId) => parts.logger.error({ err: error, requestId }, "a request broke down"),
  };
}

/** Gong: request ids are 17 to 20 lower-case letters and digits. */
export function makeRequestId(): string {
  return BigInt(`0x${randomBytes(12).toString("hex")}`)
    .toString(36)
    .padStart(19, "0");
}
