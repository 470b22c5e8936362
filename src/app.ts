import publicProviders from "email-providers/common.json" with { type: "json" };
import { accessKeys } from "./app/access-keys.ts";
import { auditedBackend } from "./app/audited-backend.ts";
import { oauthApps } from "./app/oauth-apps.ts";
import { callUrls } from "./app/call-urls.ts";
import { connections } from "./app/connections/connections.ts";
import { followRemoteCall } from "./app/connections/follow-remote-call.ts";
import { tenantConnections } from "./app/connections/tenant-connections.ts";
import { openTenants } from "./app/connections/tenants.ts";
import { examine } from "./app/examine.ts";
import { mediaLinks } from "./app/media-links.ts";
import { mirroredEngine } from "./app/mirrors/mirrored-finding.ts";
import { openMirrors } from "./app/mirrors/mirrors.ts";
import { type OnSetUp, openPipeline } from "./app/open-pipeline.ts";
import { openRecords, type Records } from "./app/open-records.ts";
import { gongPaths, openSandbox } from "./app/serving/open-sandbox.ts";
import { makeRequestId, serve } from "./app/serving/serve.ts";
import { followCall } from "./app/work.ts";
import { asId, type CallId } from "./calls/ids.ts";
import type { Config } from "./config/config.ts";
import type { Secrets } from "./config/secrets.ts";
import { createEngine, type Engine } from "./engine/engine.ts";
import type { EngineParts } from "./engine/engine-parts.ts";
import { FsMediaReceiver } from "./engine/media/fs-media-receiver.ts";
import { companyTime } from "./gong-api/company-time.ts";
import { makeLogger } from "./lib/logger.ts";
import { signText } from "./lib/signed-text.ts";
import type { Host } from "./surfaces/cli/host/host.ts";

/** The list of providers has it, but nobody can have an address there, and examples use it as a company. */
const RESERVED_DOMAIN = "example.com";

/** Puts the product together from its configuration. Nothing is opened before it is used. */
export function createHost(config: Config, secrets: Secrets, version: string): Host {
  const logger = makeLogger(config.logLevel);
  let opened: Promise<Records> | undefined;
  const onAuditError = (error: unknown) => logger.error({ err: error }, "the audit log cannot be written");
  const open = () => (opened ??= openRecords(config, onAuditError));
  const pipelineFor = async (onSetUp: OnSetUp) => openPipeline(config, secrets, await open(), onSetUp);
  const tenants = openTenants(config, secrets);
  const mirrors = openMirrors({ config, tenants, makeEngine: (own, records) => embeddedEngine(own, records, false) });
  const defaultName = config.connection;
  const onThisMachine = (acceptsFiles: boolean) => {
    const openEmbedded = async () =>
      auditedBackend(await embeddedEngine(config, await open(), acceptsFiles), (await open()).auditLog);
    return connections({ tenants, mirrors, defaultName, openEmbedded, acceptsFiles });
  };
  const own = onThisMachine(true);
  return {
    version,
    connections: own,
    accessKeys: accessKeys(open),
    oauthApps: oauthApps(open),
    mirrors,
    tenants: tenantConnections(tenants, mirrors),
    examine: () => examine(config, open),
    seed: async (order, watch) => (await import("./app/seed.ts")).seedLibrary(open)(order, watch),
    importLibrary: async (order, watch) =>
      (await import("./app/import-library.ts")).libraryImport(config, open)(order, watch),
    exportLibrary: async (order, watch) => {
      const { libraryExport, ownLibrary } = await import("./app/export-library.ts");
      const openOwn = async () => ownLibrary(await embeddedEngine(config, await open(), false), await open());
      const { exportConnection } = await import("./app/connections/export-connection.ts");
      const openNamed = (name: string, signal: AbortSignal) => exportConnection(config, tenants, name, signal);
      return libraryExport({ openOwn, openNamed })(order, watch);
    },
    followCall: async function* (callId, { signal, connection }) {
      const backend = await own.open(connection, { signal });
      if (backend.isRemote) return yield* followRemoteCall(backend, callId, signal);
      const reportError = (error: unknown) => logger.error({ err: error, callId }, "a stage broke down");
      yield* followCall(
        { records: await open(), openPipeline: pipelineFor, reportError },
        asId<CallId>(callId),
        signal,
      );
    },
    serveMcp: async (order) => {
      const { serveMcp } = await import("./app/serving/serve-mcp.ts");
      await serveMcp({ version, connections: onThisMachine(false), openRecords: open, logger }, order);
    },
    serve: async () => {
      const records = await open();
      const sandbox = openSandbox(config, Date.now);
      const engineParts = { ...(await embeddedParts(config, records, false)), sandbox };
      const engine = mirroredEngine(createEngine(engineParts), records);
      const pipeline = await pipelineFor(() => undefined);
      const parts = {
        version,
        config,
        secrets,
        records,
        pipeline,
        media: engine.media,
        gongApi: gongPaths(sandbox, engineParts, engine.apiFor),
        sandbox,
        tamtamApi: engine.tamtam,
        webhookCalls: engine.api,
        mirrors,
        logger,
      };
      const server = await serve({
        ...parts,
        connections: connections({
          tenants,
          mirrors,
          defaultName: undefined,
          openEmbedded: async (actingUserId) => (actingUserId === undefined ? engine : engine.actingFor(actingUserId)),
          acceptsFiles: false,
        }),
      });
      return {
        ...server,
        [Symbol.asyncDispose]: async () => {
          await server[Symbol.asyncDispose]();
          await pipeline[Symbol.asyncDispose]();
        },
      };
    },
    [Symbol.asyncDispose]: async () => {
      await mirrors[Symbol.asyncDispose]();
      tenants[Symbol.dispose]();
      // Whoever wanted them open was told why they are not.
      await (await opened?.catch(() => undefined))?.[Symbol.asyncDispose]();
    },
  };
}

async function embeddedEngine(config: Config, records: Records, acceptsFiles: boolean): Promise<Engine> {
  return mirroredEngine(createEngine(await embeddedParts(config, records, acceptsFiles)), records);
}

async function embeddedParts(config: Config, records: Records, acceptsFiles: boolean): Promise<EngineParts> {
  const secret = await records.linkSecret();
  return {
    ...records,
    mediaReceiver: new FsMediaReceiver({ maxBytes: config.media.maxBytes }),
    mediaLinks: (madeFor) => mediaLinks(records, madeFor),
    callUrls: () => callUrls(config, records),
    companyTime: companyTime(config.timeZone),
    maxErasedCalls: config.maxErasedCalls,
    signText: (text) => signText(secret, "cursor", text),
    makeRequestId,
    clock: Date.now,
    companyDomains: new Set(config.companyDomains),
    publicDomains: new Set(publicProviders.filter((domain) => domain !== RESERVED_DOMAIN)),
    acceptsFiles,
    onAdded: () => undefined,
  };
}
