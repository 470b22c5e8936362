import publicProviders from "email-providers/common.json" with { type: "json" };
import { accessKeys } from "./app/access-keys.ts";
import { oauthApps } from "./app/oauth-apps.ts";
import { callUrls } from "./app/call-urls.ts";
import { examine } from "./app/examine.ts";
import { mediaLinks } from "./app/media-links.ts";
import { type OnSetUp, openPipeline } from "./app/open-pipeline.ts";
import { openRecords, type Records } from "./app/open-records.ts";
import { makeRequestId, serve } from "./app/serve.ts";
import { followCall } from "./app/work.ts";
import { asId, type CallId } from "./calls/ids.ts";
import type { Config } from "./config/config.ts";
import type { Secrets } from "./config/secrets.ts";
import type { Connections } from "./connection/backend.ts";
import { createEngine, type Engine } from "./engine/engine.ts";
import { FsMediaReceiver } from "./engine/media/fs-media-receiver.ts";
import { companyTime } from "./gong-api/company-time.ts";
import { makeLogger } from "./lib/logger.ts";
import { signText } from "./lib/signed-text.ts";
import type { Host } from "./surfaces/cli/host.ts";

/** The list of providers has it, but nobody can have an address there, and examples use it as a company. */
const RESERVED_DOMAIN = "example.com";

/** Puts the product together from its configuration. Nothing is opened before it is used. */
export function createHost(config: Config, secrets: Secrets, version: string): Host {
  const logger = makeLogger(config.logLevel);
  let opened: Promise<Records> | undefined;
  const open = () => (opened ??= openRecords(config));
  const pipelineFor = async (onSetUp: OnSetUp) => openPipeline(config, secrets, await open(), onSetUp);
  const own = connections(async () => embeddedEngine(config, await open(), true));
  return {
    version,
    connections: own,
    accessKeys: accessKeys(open),
    oauthApps: oauthApps(open),
    examine: () => examine(config, open),
    seed: async (order, watch) => (await import("./app/seed.ts")).seedLibrary(open)(order, watch),
    followCall: async function* (callId, { signal }) {
      const reportError = (error: unknown) => logger.error({ err: error, callId }, "a stage broke down");
      yield* followCall(
        { records: await open(), openPipeline: pipelineFor, reportError },
        asId<CallId>(callId),
        signal,
      );
    },
    serve: async () => {
      const records = await open();
      const engine = await embeddedEngine(config, records, false);
      const pipeline = await pipelineFor(() => undefined);
      const parts = {
        version,
        config,
        secrets,
        records,
        pipeline,
        media: engine.media,
        gongApi: engine.apiFor,
        tamtamApi: engine.tamtam,
        logger,
      };
      const server = await serve({ ...parts, connections: connections(async () => engine) });
      return {
        ...server,
        [Symbol.asyncDispose]: async () => {
          await server[Symbol.asyncDispose]();
          await pipeline[Symbol.asyncDispose]();
        },
      };
    },
    [Symbol.asyncDispose]: async () => {
      // Whoever wanted them open was told why they are not.
      await (await opened?.catch(() => undefined))?.[Symbol.asyncDispose]();
    },
  };
}

/** A name that is not configured as another connection is the embedded engine's, so every name is. */
function connections(open: () => Promise<Engine>): Connections {
  let engine: Promise<Engine> | undefined;
  return { open: () => (engine ??= open()) };
}

async function embeddedEngine(config: Config, records: Records, acceptsFiles: boolean): Promise<Engine> {
  const secret = await records.linkSecret();
  return createEngine({
    ...records,
    mediaReceiver: new FsMediaReceiver({ maxBytes: config.media.maxBytes }),
    mediaLinks: () => mediaLinks(records),
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
  });
}
