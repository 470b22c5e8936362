import { randomInt } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { asId, makeIdSource } from "../../src/calls/ids.ts";
import { SqliteDatabase } from "../../src/engine/database/sqlite-database.ts";
import { createEngine, type EngineParts } from "../../src/engine/engine.ts";
import { FsMediaReceiver } from "../../src/engine/media/fs-media-receiver.ts";
import { FsMediaStore } from "../../src/engine/media/fs-media-store.ts";
import { SqliteJobQueue } from "../../src/engine/queue/sqlite-job-queue.ts";
import { SqliteCallSearch } from "../../src/engine/search/sqlite-call-search.ts";
import { SqliteCallAccessStore } from "../../src/engine/store/sqlite-call-access-store.ts";
import { SqliteCallList } from "../../src/engine/store/sqlite-call-list.ts";
import { SqliteCallStore } from "../../src/engine/store/sqlite-call-store.ts";
import { SqlitePermissionProfileStore } from "../../src/engine/store/sqlite-permission-profile-store.ts";
import { SqliteUserAccounts } from "../../src/engine/store/sqlite-user-accounts.ts";
import { SqliteErasureLog } from "../../src/engine/store/sqlite-erasure-log.ts";
import { SqliteUserDirectory } from "../../src/engine/store/sqlite-user-directory.ts";
import { SqliteWorkspaceStore } from "../../src/engine/store/sqlite-workspace-store.ts";
import { SqliteUserStats } from "../../src/engine/store/sqlite-user-stats.ts";
import { companyTime } from "../../src/gong-api/company-time.ts";
import type { GrantedScopes } from "../../src/gong-api/principal.ts";
import { scopes } from "../../src/gong-api/scopes.ts";
import { signText } from "../../src/lib/signed-text.ts";
import { createHttpApp } from "../../src/surfaces/http/http-app.ts";
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
  readonly #close: () => Promise<void>;
  #scopes: GrantedScopes = "all";

  private constructor(parts: EngineParts, folder: string, clock: { nowMs: number }, close: () => Promise<void>) {
    this.parts = parts;
    this.folder = folder;
    this.clock = clock;
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
      users: new SqliteUserDirectory(database),
      erasures: new SqliteErasureLog(database),
      maxErasedCalls: MAX_ERASED_CALLS,
      userAccounts: new SqliteUserAccounts(database),
      workspaces: new SqliteWorkspaceStore(database),
      permissionProfiles: new SqlitePermissionProfileStore(database),
      userStats: new SqliteUserStats(database),
      search: new SqliteCallSearch(database),
      queue: new SqliteJobQueue(database, { clock: () => clock.nowMs }),
      media: new FsMediaStore(join(folder, "media")),
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
    return new GongServer(parts, folder, clock, async () => {
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
        ...(body === undefined ? {} : { body: isText ? body : JSON.stringify(body) }),
      },
      {},
    );
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#close();
  }
}
