import { randomInt } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import type { IncomingMessage } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { auditTrail } from "../../src/app/audit-trail.ts";
import { keepPages } from "../../src/app/serving/keep-pages.ts";
import { asId, makeIdSource } from "../../src/calls/ids.ts";
import { SqliteAuditLog } from "../../src/engine/audit/sqlite-audit-log.ts";
import { openCrm } from "../../src/engine/crm/open-crm.ts";
import { SqliteDatabase } from "../../src/engine/database/sqlite-database.ts";
import { createEngine } from "../../src/engine/engine.ts";
import type { EngineParts } from "../../src/engine/engine-parts.ts";
import { FsMediaReceiver } from "../../src/engine/media/fs-media-receiver.ts";
import { FsMediaStore } from "../../src/engine/media/fs-media-store.ts";
import { SqliteJobQueue } from "../../src/engine/queue/sqlite-job-queue.ts";
import { SqliteCallSearch } from "../../src/engine/search/sqlite-call-search.ts";
import { SqliteAnsweredScorecardStore } from "../../src/engine/store/sqlite-answered-scorecard-store.ts";
import { SqliteScorecardStore } from "../../src/engine/store/sqlite-scorecard-store.ts";
import { SqliteTrackerHitStore } from "../../src/engine/store/sqlite-tracker-hit-store.ts";
import { SqliteTrackerStore } from "../../src/engine/store/sqlite-tracker-store.ts";
import { SqliteCallAccessStore } from "../../src/engine/store/sqlite-call-access-store.ts";
import { SqliteCallOutcomeStore } from "../../src/engine/store/sqlite-call-outcome-store.ts";
import { SqliteCoachingActivity } from "../../src/engine/store/sqlite-coaching-activity.ts";
import { SqliteLibraryStore } from "../../src/engine/store/sqlite-library-store.ts";
import { SqliteCallList } from "../../src/engine/store/sqlite-call-list.ts";
import { SqliteCallStore } from "../../src/engine/store/sqlite-call-store.ts";
import { SqlitePermissionProfileStore } from "../../src/engine/store/sqlite-permission-profile-store.ts";
import { SqliteUserAccounts } from "../../src/engine/store/sqlite-user-accounts.ts";
import { SqliteErasureLog } from "../../src/engine/store/sqlite-erasure-log.ts";
import { SqliteUserDirectory } from "../../src/engine/store/sqlite-user-directory.ts";
import { SqliteWorkspaceStore } from "../../src/engine/store/sqlite-workspace-store.ts";
import { SqliteUserStats } from "../../src/engine/store/sqlite-user-stats.ts";
import { JwtWebhookSigning, type SigningKeyPlace } from "../../src/engine/webhooks/jwt-webhook-signing.ts";
import { SqliteWebhookDeliveries } from "../../src/engine/webhooks/sqlite-webhook-deliveries.ts";
import { SqliteWebhookRules } from "../../src/engine/webhooks/sqlite-webhook-rules.ts";
import { companyTime } from "../../src/gong-api/company-time.ts";
import type { GrantedScopes } from "../../src/gong-api/principal.ts";
import { scopes } from "../../src/gong-api/scopes.ts";
import { signText } from "../../src/lib/signed-text.ts";
import { createHttpApp } from "../../src/surfaces/http/http-app.ts";
import type { KeptPages } from "../../src/surfaces/http/gong/kept-pages.ts";
import type { HttpServices } from "../../src/surfaces/http/services.ts";
import { authorization, makeServices } from "../support/http-services.ts";

/** A request of a test: a body that is no string goes out as JSON. */
export interface GongRequest {
  readonly method: string;
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface GongAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: GongBody;
}

/** Any member may be there; tests say which. */
export interface GongBody {
  readonly requestId: string;
  readonly errors?: readonly string[];
  readonly records?: {
    readonly totalRecords: number;
    readonly currentPageSize: number;
    readonly currentPageNumber: number;
    readonly cursor?: string;
  };
  readonly [member: string]: unknown;
}

export const WORKSPACE_ID = "300";
export const MAX_ERASED_CALLS = 3;
export const MAX_MEDIA_BYTES = 100_000;

/** The engine and the HTTP server over it, without a worker: what calls are there, and how far they got, the test says. */
export class GongServer implements AsyncDisposable {
  readonly parts: EngineParts;
  /** Where everything is kept. */
  readonly folder: string;
  readonly services: HttpServices & { readonly reported: readonly { readonly error: unknown }[] };
  readonly app: ReturnType<typeof createHttpApp>;
  /** What the server takes for the present. */
  readonly clock: { nowMs: number };
  readonly keptPages: KeptPages;
  readonly #close: () => Promise<void>;
  #scopes: GrantedScopes = "all";

  private constructor(
    parts: EngineParts,
    { database, folder }: { readonly database: SqliteDatabase; readonly folder: string },
    clock: { nowMs: number },
    close: () => Promise<void>,
  ) {
    this.parts = parts;
    this.folder = folder;
    this.clock = clock;
    this.keptPages = keepPages({ database }, () => clock.nowMs);
    let requests = 0;
    const engine = createEngine(parts);
    const services = makeServices();
    this.services = makeServices({
      access: {
        ...services.access,
        identifyKey: async (...given) => {
          const identified = await services.access.identifyKey(...given);
          if ("refusal" in identified) return identified;
          return { principal: { ...identified.principal, scopes: this.#scopes } };
        },
      },
      keptPages: this.keptPages,
      audit: auditTrail(parts.auditLog, { trustedProxies: [] }, () => clock.nowMs),
      gongApi: engine.apiFor,
      tamtamApi: engine.tamtam,
      makeRequestId: () => `gongrequest${String((requests += 1)).padStart(8, "0")}`,
    });
    this.app = createHttpApp(this.services);
    this.#close = close;
  }

  static async open(): Promise<GongServer> {
    const folder = await mkdtemp(join(tmpdir(), "tamtam-gong-"));
    const database = await SqliteDatabase.open(join(folder, "tamtam.db"));
    const clock = { nowMs: Date.parse("2026-06-12T09:30:00Z") };
    const parts: EngineParts = {
      database,
      calls: new SqliteCallStore(database),
      callList: new SqliteCallList(database),
      callAccess: new SqliteCallAccessStore(database),
      trackers: new SqliteTrackerStore(database),
      trackerHits: new SqliteTrackerHitStore(database),
      scorecards: new SqliteScorecardStore(database),
      answeredScorecards: new SqliteAnsweredScorecardStore(database),
      callOutcomes: new SqliteCallOutcomeStore(database),
      library: new SqliteLibraryStore(database),
      coaching: new SqliteCoachingActivity(database),
      users: new SqliteUserDirectory(database),
      erasures: new SqliteErasureLog(database),
      webhookRules: new SqliteWebhookRules(database),
      webhookDeliveries: new SqliteWebhookDeliveries(database, () => clock.nowMs),
      webhookSigning: new JwtWebhookSigning(keyInMemory(), () => clock.nowMs),
      auditLog: new SqliteAuditLog(join(folder, "audit.db")),
      maxErasedCalls: MAX_ERASED_CALLS,
      userAccounts: new SqliteUserAccounts(database),
      workspaces: new SqliteWorkspaceStore(database),
      permissionProfiles: new SqlitePermissionProfileStore(database),
      userStats: new SqliteUserStats(database),
      search: new SqliteCallSearch(database),
      queue: new SqliteJobQueue(database, { clock: () => clock.nowMs }),
      media: new FsMediaStore(join(folder, "media")),
      crm: openCrm(database, join(folder, "crm")),
      mediaReceiver: new FsMediaReceiver({ maxBytes: MAX_MEDIA_BYTES }),
      makeId: makeIdSource(
        () => clock.nowMs,
        () => randomInt(1000) / 1000,
      ),
      makeRequestId: () => "not shown",
      clock: () => clock.nowMs,
      workspaceId: asId(WORKSPACE_ID),
      companyDomains: new Set(["ours.example"]),
      publicDomains: new Set(),
      acceptsFiles: false,
      onAdded: () => undefined,
      mediaLinks: async () => async (call) => ({
        audioUrl: call.media ? `https://tamtam.example/media/${call.id}/audio` : null,
        videoUrl: call.media?.hasVideo ? `https://tamtam.example/media/${call.id}/video` : null,
      }),
      callUrls: async () => (callId) => `https://tamtam.example/call?id=${callId}`,
      companyTime: companyTime("Europe/Berlin"),
      signText: (text) => signText("a secret for tests", "cursor", text),
    };
    return new GongServer(parts, { database, folder }, clock, async () => {
      await parts.auditLog[Symbol.asyncDispose]();
      await database[Symbol.asyncDispose]();
      await rm(folder, { recursive: true, force: true });
    });
  }

  /** From now on the key may do everything but this. */
  withhold(scope: string): void {
    this.#scopes = new Set(scopes.filter((each) => each !== scope));
  }

  async send(request: GongRequest): Promise<GongAnswer> {
    const response = await this.fetch(request);
    return { status: response.status, headers: response.headers, body: (await response.json()) as GongBody };
  }

  async fetch({ method, path, query = {}, body, headers = {} }: GongRequest): Promise<Response> {
    const search = new URLSearchParams(query).toString();
    const isText = body === undefined || typeof body === "string" || body instanceof FormData;
    return this.app.request(
      search === "" ? path : `${path}?${search}`,
      {
        method,
        headers: { authorization, ...(isText ? {} : { "content-type": "application/json" }), ...headers },
        // The standard's requests have no body on a GET; what a client sends with one, Node's own request has.
        ...(body === undefined || method === "GET" ? {} : { body: isText ? body : JSON.stringify(body) }),
      },
      method === "GET" && body !== undefined ? { incoming: nodeRequest(body) } : {},
    );
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#close();
  }
}

function keyInMemory(): SigningKeyPlace {
  let kept: string | undefined;
  return {
    read: async () => kept,
    settle: async (text) => (kept ??= text),
    replace: async (text) => {
      kept = text;
    },
  };
}

/** As much of Node's own request as the server looks at. */
function nodeRequest(body: unknown): IncomingMessage {
  const bytes = Readable.from([Buffer.from(JSON.stringify(body))]);
  return Object.assign(bytes, { socket: { remoteAddress: "127.0.0.1" } }) as unknown as IncomingMessage; // the rest is not read
}
