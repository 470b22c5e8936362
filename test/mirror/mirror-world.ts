import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { GongApi } from "../../src/gong-api/gong-api.ts";
import { openMirror, type OpenMirror } from "../support/mirror/open-mirror.ts";
import { SimulatedTenant, type TenantCallPlan } from "../support/mirror/simulated-tenant.ts";

export const NOW_MS = Date.UTC(2026, 5, 1, 12);
export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

/** A call that has been there since it began. */
export function plan(number: number, startMs: number, given: Partial<TenantCallPlan> = {}): TenantCallPlan {
  const [text, brief] = [`We spoke about matter${number} today.`, `Brief of ${number}.`];
  return { id: String(number), startMs, visibleMs: startMs, readyMs: startMs, text, brief, ...given };
}

/** Calls one after the other, the last of them a month ago. */
export function history(callCount: number, stepMs = HOUR_MS): TenantCallPlan[] {
  return Array.from({ length: callCount }, (_, index) =>
    plan(1_000_000 + index, NOW_MS - 30 * DAY_MS - (callCount - index) * stepMs),
  );
}

/** A tenant, and a mirror of it that lives in a folder. */
export class MirrorWorld implements AsyncDisposable {
  readonly tenant: SimulatedTenant;
  /** What was asked for, in order. */
  readonly asked: { readonly operation: string; readonly request: Parameters<GongApi["listCallsExtensive"]>[0] }[] = [];
  /** Runs before each request. */
  beforeRequest: (position: number) => void = () => {};
  /** Runs whenever a mirror that is followed has waited. */
  onPause: () => Promise<void> = async () => {};
  api: SimulatedTenant["api"];
  open: OpenMirror;
  readonly folder: string;

  private constructor(tenant: SimulatedTenant, folder: string, open: OpenMirror) {
    this.tenant = tenant;
    this.folder = folder;
    this.api = tenant.api;
    this.open = open;
  }

  static async create(plans: readonly TenantCallPlan[], sinceMs?: number): Promise<MirrorWorld> {
    const folder = await mkdtemp(join(tmpdir(), "tamtam-mirror-"));
    const tenant = new SimulatedTenant(plans, { nowMs: NOW_MS });
    const world = new MirrorWorld(tenant, folder, undefined as unknown as OpenMirror); // set in the next line
    await world.restart(sinceMs);
    return world;
  }

  /** A process ends, and another one begins. */
  async restart(sinceMs?: number, transcriptsFromMs?: number): Promise<void> {
    await this.open?.[Symbol.asyncDispose]();
    const { clock } = this.tenant;
    const sleep = async (durationMs: number) => {
      clock.nowMs += durationMs;
      await this.onPause();
    };
    const options = { clock: () => clock.nowMs, pollIntervalMs: 15 * MINUTE_MS, sinceMs, transcriptsFromMs, sleep };
    this.api = this.#listened();
    this.open = await openMirror(this.folder, this.api, options);
  }

  async sync(): Promise<void> {
    await this.open.mirror.sync(new AbortController().signal);
  }

  async follow(signal: AbortSignal): Promise<void> {
    await this.open.mirror.follow(signal);
  }

  async callIds(): Promise<readonly string[]> {
    return this.open.imported.ids({});
  }

  /** Requests made since the last time this was asked. */
  takeAsked(): readonly string[] {
    return this.asked.splice(0).map(({ operation }) => operation);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.open[Symbol.asyncDispose]();
    await rm(this.folder, { recursive: true, force: true });
  }

  #listened(): SimulatedTenant["api"] {
    const { api } = this.tenant;
    const listen = <Request, Answer>(operation: string, ask: (request: Request) => Promise<Answer>) => {
      return async (request: Request) => {
        this.beforeRequest(this.asked.length);
        this.asked.push({ operation, request: request as Parameters<GongApi["listCallsExtensive"]>[0] }); // looked at for that one alone
        return ask(request);
      };
    };
    return {
      listWorkspaces: listen("workspaces", api.listWorkspaces),
      listUsers: listen("users", api.listUsers),
      listTrackers: listen("trackers", api.listTrackers),
      listCallsExtensive: listen("calls", api.listCallsExtensive),
      getCallTranscripts: listen("transcripts", api.getCallTranscripts),
    };
  }
}
