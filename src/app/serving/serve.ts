import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Connections } from "../../connection/backend.ts";
import type { Config } from "../../config/config.ts";
import type { Secrets } from "../../config/secrets.ts";
import { createOAuthServer } from "../../engine/access/create-oauth-server.ts";
import type { LimitLedger } from "../../engine/access/limit-ledger.ts";
import { SqliteLimitLedger } from "../../engine/access/sqlite-limit-ledger.ts";
import type { CallMediaReading } from "../../gong-api/call-media.ts";
import type { GongApi } from "../../gong-api/gong-api.ts";
import type { Logger } from "../../lib/logger.ts";
import type { Sandbox } from "../../sandbox/sandbox.ts";
import type { Mirrors } from "../../surfaces/cli/host/mirrors.ts";
import type { RunningServer } from "../../surfaces/cli/host/processing.ts";
import type { HttpServices } from "../../surfaces/http/services.ts";
import { accessControl } from "./access-control.ts";
import { auditTrail, keepAuditBounded } from "../audit-trail.ts";
import { ensureAccessKey } from "../access-keys.ts";
import { followMirrors } from "../mirrors/follow-mirrors.ts";
import { keepPages } from "./keep-pages.ts";
import { makeOAuthSecret } from "../oauth-apps.ts";
import type { Pipeline } from "../open-pipeline.ts";
import type { Records } from "../open-records.ts";
import { describeSandbox, linkCheck, tellFrom } from "./open-sandbox.ts";
import { openTls } from "./open-tls.ts";
import { work } from "../work.ts";

export interface ServeParts {
  readonly version: string;
  readonly config: Config;
  readonly secrets: Secrets;
  readonly records: Records;
  readonly pipeline: Pipeline;
  readonly connections: Connections;
  readonly mirrors: Pick<Mirrors, "sync">;
  readonly media: CallMediaReading;
  readonly gongApi: HttpServices["gongApi"];
  readonly tamtamApi: HttpServices["tamtamApi"];
  /** What webhooks say of calls: as they are, whatever trouble is made on Gong's paths. */
  readonly webhookCalls: Pick<GongApi, "listCallsExtensive">;
  readonly sandbox: Sandbox | undefined;
  readonly logger: Logger;
}

/** The HTTP server and the worker that does what it is given. */
export async function serve(parts: ServeParts): Promise<RunningServer> {
  const { config, records } = parts;
  const { createHttpApp } = await import("../../surfaces/http/http-app.ts");
  const { keptPagesFirst } = await import("../../surfaces/http/gong/kept-pages-first.ts");
  const { listen } = await import("../../surfaces/http/listen.ts");
  const { sendWebhooks } = await import("./send-webhooks.ts");
  const tls = await openTls(config, parts.logger);
  const ledger = openLedger(config);
  const services = await httpServices(parts, ledger);
  const answerFirst = keptPagesFirst(services);
  const listening = await listen(createHttpApp(services), {
    ...config.server,
    tls: tls?.certificate,
    answerFirst,
  }).catch(async (error: unknown) => {
    await ledger?.[Symbol.asyncDispose]();
    throw error;
  });
  const followingTls = tls?.follow(listening);
  const newAccessKey = await ensureAccessKey(records, config.accessKey);
  const stop = new AbortController();
  const reportError = (error: unknown, callId?: string) =>
    parts.logger.error({ err: error, callId }, callId === undefined ? "the worker has to wait" : "a stage broke down");
  const serverUrl = config.server.publicUrl ?? listening.url;
  const report = (what: string) => (error: unknown) => parts.logger.error({ err: error }, what);
  const pruning = keepAuditBounded(records.auditLog, config, {
    signal: stop.signal,
    reportError: report("old entries of the audit log could not be taken out"),
  });
  const delivering = sendWebhooks(records, config, parts.webhookCalls, {
    signal: stop.signal,
    tellFrom: tellFrom(parts.sandbox, records),
    reportError: report("a webhook could not be sent"),
  });
  const following = followMirrors(parts.mirrors, config.syncedConnections, {
    signal: stop.signal,
    reportError: report("a mirror is not kept in step"),
  });
  const working = work(records, parts.pipeline, reportError, { signal: stop.signal, serverUrl });
  return {
    url: listening.url,
    newAccessKey,
    sandbox: config.sandbox && describeSandbox(config.sandbox),
    stopped: working,
    [Symbol.asyncDispose]: async () => {
      stop.abort();
      followingTls?.[Symbol.dispose]();
      // How the worker ended is for `stopped` to say.
      await Promise.all([listening.close(), working.catch(() => undefined), pruning, delivering, following]);
      await ledger?.[Symbol.asyncDispose]();
    },
  };
}

/** Only where something is limited: it costs each request a look. */
function openLedger({ dataDir, limits }: Config): LimitLedger | undefined {
  const isLimited = limits.perSecond !== undefined || limits.perDay !== undefined;
  return isLimited ? new SqliteLimitLedger(join(dataDir, "limits.db"), Date.now) : undefined;
}

async function httpServices(parts: ServeParts, ledger: LimitLedger | undefined): Promise<HttpServices> {
  const { config, records, secrets } = parts;
  const secret = await records.linkSecret();
  const { answerMcp } = await import("../../surfaces/mcp/answer-http.ts");
  return {
    mcp: answerMcp(parts.version),
    keptPages: parts.sandbox === undefined ? keepPages(records, Date.now) : undefined,
    version: parts.version,
    connections: parts.connections,
    media: parts.media,
    gongApi: parts.gongApi,
    tamtamApi: parts.tamtamApi,
    access: accessControl({ config, secrets, records, ledger, clock: Date.now }),
    audit: auditTrail(records.auditLog, config, Date.now),
    oauth: createOAuthServer({
      database: records.database,
      oauth: records.oauth,
      clock: Date.now,
      makeSecret: makeOAuthSecret,
      ticketSecret: records.linkSecret,
    }),
    // From `dist` as from `src`.
    pageFolder: fileURLToPath(new URL("../../../dist/web", import.meta.url)),
    publicUrl: config.server.publicUrl,
    troubles: parts.sandbox,
    checkLink: linkCheck(secret, parts.sandbox, Date.now),
    makeRequestId,
    reportError: (error, requestId) => parts.logger.error({ err: error, requestId }, "a request broke down"),
  };
}

/** Gong: request ids are 17 to 20 lower-case letters and digits. For UUIDs, and for nothing else, Node keeps random bits ready. */
export function makeRequestId(): string {
  return randomUUID().replaceAll("-", "").slice(-20);
}
