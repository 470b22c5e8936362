import { ConflictError, NotFoundError } from "../../../src/calls/errors.ts";
import { makeMirrors } from "./fake-mirrors.ts";
import { RemoteError } from "../../../src/gong-api/remote-error.ts";
import type { Backend } from "../../../src/connection/backend.ts";
import type { FoundCalls } from "../../../src/gong-api/call-finding.ts";
import type { CallRecord } from "../../../src/gong-api/call-record.ts";
import type { AddCallRequest } from "../../../src/gong-api/schemas/add-call.ts";
import type { AccessKeyFacts, AccessKeyWithSecret, OAuthAppFacts } from "../../../src/surfaces/cli/host/access.ts";
import type { LibraryExport, LibraryImport } from "../../../src/surfaces/cli/host/files.ts";
import type { Host } from "../../../src/surfaces/cli/host/host.ts";
import type { CallProgress, Finding, McpOrder, RunningServer } from "../../../src/surfaces/cli/host/processing.ts";
import type { SeedOrder } from "../../../src/surfaces/cli/host/seeding.ts";
import type { ConnectedTenant, ConnectionFacts } from "../../../src/surfaces/cli/host/tenant-connections.ts";

/** What a fake host was asked to do, and what it is to do. */
export interface FakeHost extends Host {
  readonly opened: (string | undefined)[];
  readonly added: AddCallRequest[];
  readonly records: Map<string, CallRecord>;
  /** What following any call says; the last word is what the call's status becomes. */
  progress: CallProgress[];
  /** Runs before each piece of news. */
  beforeProgress: (position: number) => void;
  findings: Finding[];
  server: { newAccessKey: AccessKeyWithSecret | undefined; stopped: Promise<void>; disposals: number; starts: number };
  failure: Error | undefined;
  readonly mcpOrders: McpOrder[];
  readonly importOrders: LibraryImport[];
  readonly exportOrders: LibraryExport[];
  /** Recordings that no export can have. */
  missingMedia: { callId: string; reason: string }[];
  /** Runs before each of the three calls that an export writes. */
  beforeExporting: (position: number) => void;
  readonly seedOrders: SeedOrder[];
  /** Calls that a seed finds there from before. */
  seededBefore: number;
  /** Runs before each call that a seed adds. */
  beforeSeeding: (position: number) => void;
}

export const working: CallProgress = {
  status: "Processing",
  stage: "download",
  progress: 0,
  timesRealTime: null,
  failure: null,
  setUp: null,
};
export const completed: CallProgress = { ...working, status: "Completed", stage: null, progress: null };

/** A host that keeps its calls in memory: the backend an engine would be, without processing anything. */
export function makeFakeHost(): FakeHost {
  const host: FakeHost = {
    version: "1.2.3",
    opened: [],
    added: [],
    records: new Map(),
    progress: [working, completed],
    beforeProgress: () => {},
    findings: [],
    server: { newAccessKey: undefined, stopped: new Promise(() => {}), disposals: 0, starts: 0 },
    failure: undefined,
    importOrders: [],
    importLibrary: (order, watch) => importLibrary(host, order, watch),
    exportOrders: [],
    missingMedia: [],
    beforeExporting: () => {},
    exportLibrary: (order, watch) => exportLibrary(host, order, watch),
    seedOrders: [],
    seededBefore: 0,
    beforeSeeding: () => {},
    seed: (order, watch) => seed(host, order, watch),
    connections: {
      open: async (name) => {
        host.opened.push(name);
        return makeBackend(host);
      },
    },
    followCall: (callId, { signal }) => tellProgress(host, callId, signal),
    serve: async () => startServer(host),
    serveMcp: async (order) => void host.mcpOrders.push(order),
    mcpOrders: [],
    examine: async function* () {
      yield* host.findings;
    },
    accessKeys: makeAccessKeys(),
    oauthApps: makeOAuthApps(),
    tenants: makeTenants(),
    mirrors: makeMirrors(),
    [Symbol.asyncDispose]: async () => {},
  };
  return host;
}

async function seed(
  host: FakeHost,
  order: SeedOrder,
  { signal, onProgress }: Parameters<Host["seed"]>[1],
): ReturnType<Host["seed"]> {
  if (host.failure) throw host.failure;
  host.seedOrders.push(order);
  let doneCount = host.seededBefore;
  while (doneCount < order.callCount && !signal.aborted) {
    host.beforeSeeding(doneCount);
    onProgress((doneCount += 1));
  }
  return {
    company: { name: "Acme", domain: "acme.example" },
    untilMs: order.untilMs ?? Date.UTC(2025, 5, 30),
    userCount: 3,
    accountCount: 2,
    addedCount: doneCount - host.seededBefore,
    presentCount: host.seededBefore,
    isComplete: doneCount === order.callCount,
  };
}

const EXPORTED_CALLS = 3;

async function exportLibrary(
  host: FakeHost,
  order: LibraryExport,
  { signal, onProgress }: Parameters<Host["exportLibrary"]>[1],
): ReturnType<Host["exportLibrary"]> {
  if (host.failure) throw host.failure;
  host.exportOrders.push(order);
  for (let position = 0; position < EXPORTED_CALLS; position += 1) {
    host.beforeExporting(position);
    if (signal.aborted) return undefined;
    onProgress(position + 1, EXPORTED_CALLS);
  }
  const missing = order.includeMedia ? host.missingMedia : [];
  return { calls: EXPORTED_CALLS, transcripts: 2, media: order.includeMedia ? 1 : 0, missing };
}

async function importLibrary(
  host: FakeHost,
  order: LibraryImport,
  { signal, onProgress }: Parameters<Host["importLibrary"]>[1],
): ReturnType<Host["importLibrary"]> {
  if (host.failure) throw host.failure;
  host.importOrders.push(order);
  onProgress(2, 3);
  if (!signal.aborted) onProgress(3, 3);
  return {
    calls: { added: 1, changed: 0, present: signal.aborted ? 1 : 2 },
    transcripts: 2,
    media: 0,
    users: 1,
    leftOut: order.mayLeaveOut ? ["what the CRM sent: another one is in use here"] : [],
    skipped: order.mayLeaveOut ? [{ path: "notes.json", reason: "is not valid JSON" }] : [],
    ignored: order.mayLeaveOut ? ["package.json"] : [],
    isComplete: !signal.aborted,
  };
}

async function* tellProgress(host: FakeHost, callId: string, signal: AbortSignal): AsyncGenerator<CallProgress> {
  for (const [position, progress] of host.progress.entries()) {
    host.beforeProgress(position);
    if (signal.aborted) return;
    const record = host.records.get(callId);
    if (record) host.records.set(callId, { ...record, processing: { ...record.processing, ...progress } });
    yield progress;
  }
}

async function startServer(host: FakeHost): Promise<RunningServer> {
  if (host.failure) throw host.failure;
  host.server.starts += 1;
  return {
    url: "http://127.0.0.1:8090",
    newAccessKey: host.server.newAccessKey,
    stopped: host.server.stopped,
    [Symbol.asyncDispose]: async () => {
      host.server.disposals += 1;
    },
  };
}

function makeAccessKeys(): Host["accessKeys"] {
  const keys: { -readonly [Name in keyof AccessKeyFacts]: AccessKeyFacts[Name] }[] = [];
  return {
    create: async ({ name, scopes, expiresInDays, trustedIps, userId }) => {
      const accessKey = `key${keys.length + 1}`;
      const createdMs = Date.UTC(2025, 0, 13);
      const expiresMs = expiresInDays === undefined ? undefined : createdMs + Number(expiresInDays) * 86_400_000;
      keys.push({
        accessKey,
        createdMs,
        expiresMs,
        name,
        scopes: scopes ?? "all",
        trustedIps: trustedIps ?? [],
        userId,
      });
      return { accessKey, accessKeySecret: "secret" };
    },
    list: async () => keys,
    revoke: async (accessKey) => {
      const key = keys.find((candidate) => candidate.accessKey === accessKey);
      if (!key) throw new NotFoundError(`There is no access key ${accessKey}; keys list shows those there are.`);
      key.revokedMs = Date.UTC(2025, 0, 14);
    },
  };
}

function makeOAuthApps(): Host["oauthApps"] {
  const apps: { -readonly [Name in keyof OAuthAppFacts]: OAuthAppFacts[Name] }[] = [];
  return {
    create: async ({ name = "", redirectUris = [], scopes }) => {
      const clientId = `app${apps.length + 1}`;
      apps.push({ clientId, name, redirectUris, scopes: scopes ?? "all", createdMs: Date.UTC(2025, 0, 13) });
      return { clientId, clientSecret: "secret" };
    },
    list: async () => apps,
    revoke: async (clientId) => {
      const app = apps.find((candidate) => candidate.clientId === clientId);
      if (!app) throw new NotFoundError(`There is no app ${clientId}; oauth-apps list shows those there are.`);
      app.revokedMs = Date.UTC(2025, 0, 14);
    },
  };
}

function makeTenants(): Host["tenants"] {
  const kept = new Map<string, ConnectionFacts>();
  const find = (name: string) => {
    const known = kept.get(name);
    if (known) return known;
    throw new NotFoundError(`There is no connection "${name}" (there are ${[...kept.keys()].join(", ")}).`);
  };
  const abilities: ConnectedTenant["abilities"] = [
    { does: "add-call", state: "untried", missingScopes: [] },
    { does: "get-call", state: "works", missingScopes: [] },
    { does: "search-calls", state: "works", missingScopes: [] },
    { does: "sync", state: "fails", missingScopes: ["api:calls:read:transcript"] },
  ];
  const tried = { callCount: 12, missingScope: null, scopes: null, abilities, requestsToday: 7 };
  return {
    names: async () => [...kept.keys()],
    // Tests name connections as they like.
    require: async (name) => void (name === "missing" && find(name)),
    list: async () => [...kept.values()],
    connect: async ({ name, baseUrl = "https://api.gong.io", kind = "gong", limits = {}, credentials }) => {
      if (credentials.kind === "access-key" && credentials.accessKeySecret === "wrong") {
        throw new RemoteError("remote-key", "api.gong.io answered 401.", { status: 401, requestId: "r1" });
      }
      const facts = { name, baseUrl, kind, limits, credentials: credentials.kind, isFromSettings: false };
      kept.set(name, facts);
      return { ...facts, ...tried };
    },
    test: async (name) => ({ ...find(name), ...tried }),
    rename: async (name, newName) => {
      kept.set(newName, { ...find(name), name: newName });
      kept.delete(name);
    },
    remove: async (name) => {
      find(name);
      kept.delete(name);
    },
  };
}

function makeBackend(host: FakeHost): Backend {
  return {
    api: {
      addCall: async (request) => {
        if (host.failure) throw host.failure;
        const known = [...host.records.values()].find(
          ({ data }) => data.metaData.clientUniqueId === request.clientUniqueId,
        );
        if (known) return { requestId: "r", callId: known.data.metaData.id, duplicate: true };
        const callId = String(1000 + host.records.size + 1);
        host.added.push(request);
        host.records.set(callId, makeRecord(callId, request));
        return { requestId: "r", callId };
      },
    },
    status: {
      getCall: async (by) => {
        if (host.failure) throw host.failure;
        const records = [...host.records.values()];
        return "callId" in by
          ? host.records.get(by.callId)
          : records.find(({ data }) => data.metaData.clientUniqueId === by.clientUniqueId);
      },
      retryCall: async (callId) => {
        const record = host.records.get(callId);
        if (!record) throw new NotFoundError(`There is no call ${callId}.`);
        if (record.processing.status !== "Failed") throw new ConflictError(`Call ${callId} has not failed.`);
        return { status: "Processing", stage: record.processing.stage ?? "download" };
      },
    },
    finding: {
      findCalls: async ({ keywords = [] }, { includeContent }): Promise<FoundCalls> => {
        const calls = [...host.records.values()].map((record) =>
          includeContent ? { ...record, matches: keywords.map(makeMatch) } : record,
        );
        return { calls, total: { value: calls.length, relation: "eq" } };
      },
    },
  };
}

function makeMatch(keyword: string): NonNullable<FoundCalls["calls"][number]["matches"]>[number] {
  return {
    keyword,
    where: "transcript",
    text: `Let us talk about ${keyword}.`,
    start: 187.4,
    speakerName: "Jane Smith",
    affiliation: "External",
  };
}

/** A call as an engine would know it right after it was added. */
export function makeRecord(callId: string, request: AddCallRequest): CallRecord {
  const user = request.parties.find((party) => party.userId === request.primaryUser);
  return {
    data: {
      metaData: {
        id: callId,
        title: request.title ?? null,
        scheduled: null,
        started: request.actualStart,
        duration: 3600,
        primaryUserId: request.primaryUser,
        direction: request.direction,
        system: null,
        scope: "External",
        media: "Audio",
        language: null,
        workspaceId: "1",
        sdrDisposition: request.disposition ?? null,
        clientUniqueId: request.clientUniqueId,
        customData: null,
        purpose: null,
        meetingUrl: null,
      },
      parties: request.parties.map((party, position) => ({
        id: String(position),
        emailAddress: party.emailAddress ?? null,
        name: party.name ?? null,
        userId: party.userId ?? null,
        speakerId: null,
        affiliation: party.userId === undefined ? "External" : "Internal",
        phoneNumber: party.phoneNumber ?? null,
      })),
    },
    primaryUser: { userId: request.primaryUser, name: user?.name ?? null, emailAddress: user?.emailAddress ?? null },
    processing: {
      status: "Processing",
      stage: "download",
      progress: null,
      timesRealTime: null,
      failure: null,
      warnings: [],
    },
  };
}
