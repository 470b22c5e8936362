import { existsSync } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { join } from "node:path";
import type { CallFinding } from "../../gong-api/call-finding.ts";
import type { MirrorFreshness } from "../../gong-api/mirror-freshness.ts";
import type { Config } from "../../config/config.ts";
import type { Engine } from "../../engine/engine.ts";
import type {
  Mirrors,
  SyncCost,
  SyncedMirror,
  SyncedRecordings,
  SyncOrder,
  SyncWatch,
} from "../../surfaces/cli/host/mirrors.ts";
import { readFreshness } from "./mirrored-finding.ts";
import { type MirrorRecordings, mirrorRecordings } from "./mirror-recordings.ts";
import { type OpenMirror, openMirror } from "./open-mirror.ts";
import { openRecords, type Records } from "../open-records.ts";
import { lockSync } from "./sync-lock.ts";
import type { Tenants } from "../connections/tenants.ts";

export interface MirrorsParts {
  readonly config: Config;
  readonly tenants: Tenants;
  readonly makeEngine: (config: Config, records: Records) => Promise<Engine>;
}

/** The libraries that mirror connections, each in a folder of its own. */
export interface OpenMirrors extends Mirrors, AsyncDisposable {
  /** Nothing for a connection that was never synced so far that something may be said of it. */
  finding(name: string): Promise<CallFinding | undefined>;
  /** @throws ConflictError while a process syncs it */
  requireIdle(name: string): Promise<void>;
  rename(name: string, newName: string): Promise<void>;
  remove(name: string): Promise<void>;
}

type UseMirror<T> = (mirror: OpenMirror, recordings: MirrorRecordings | undefined) => Promise<T>;

const SECONDS_DIGITS = 10;

export function openMirrors(parts: MirrorsParts): OpenMirrors {
  const { config, tenants } = parts;
  const opened = new Map<string, Promise<{ records: Records; finding: CallFinding }>>();
  const locked = new Set<string>();
  const folderOf = (name: string) => join(config.dataDir, "mirrors", name.toLowerCase());
  const openLibrary = async (name: string) => {
    const own = { ...config, dataDir: folderOf(name) };
    const records = await openRecords(own);
    const { finding } = await parts.makeEngine(own, records);
    return { records, finding };
  };
  const library = (name: string) => {
    const key = name.toLowerCase();
    const known = opened.get(key) ?? openLibrary(key);
    opened.set(key, known);
    return known;
  };
  const close = async (name: string) => {
    const known = opened.get(name.toLowerCase());
    opened.delete(name.toLowerCase());
    await (await known)?.records[Symbol.asyncDispose]();
  };
  // What is moved or taken away under a process that writes to it would be lost, or come back.
  const refuseWhileSynced = async (name: string) => {
    if (existsSync(folderOf(name))) await (await lockSync(folderOf(name), name, locked))[Symbol.asyncDispose]();
  };
  const withMirror = async <T>(order: SyncOrder, watch: SyncWatch, use: UseMirror<T>) => {
    const known = await tenants.require(order.connection);
    const folder = folderOf(known.name);
    const { records } = await library(known.name);
    const mirror = await openMirror({ records, tenants, known, order, watch, folder });
    return use(mirror, order.media ? mirrorRecordings({ config, records, known, api: mirror.api, watch }) : undefined);
  };
  const alone = async <T>(order: SyncOrder, work: () => Promise<T>) => {
    const { name } = await tenants.require(order.connection);
    await using _lock = await lockSync(folderOf(name), name, locked);
    // Not without await: the lock would be given back as soon as the work has begun.
    return await work();
  };
  return {
    sync: (order, watch) =>
      alone(order, () => withMirror(order, watch, (mirror, recordings) => sync({ mirror, recordings }, order, watch))),
    explain: (order, watch) => withMirror(order, watch, explain),
    finding: async (name) => {
      if (!existsSync(join(folderOf(name), "tamtam.db"))) return undefined;
      const { finding, records } = await library(name);
      return (await readFreshness(records))?.asOf ? finding : undefined;
    },
    requireIdle: refuseWhileSynced,
    rename: async (name, newName) => {
      await refuseWhileSynced(name);
      await close(name);
      if (existsSync(folderOf(name))) await rename(folderOf(name), folderOf(newName));
    },
    remove: async (name) => {
      await refuseWhileSynced(name);
      await close(name);
      await rm(folderOf(name), { recursive: true, force: true });
    },
    [Symbol.asyncDispose]: async () => {
      await Promise.all([...opened.keys()].map(close));
    },
  };
}

async function sync(
  { mirror: open, recordings }: { readonly mirror: OpenMirror; readonly recordings: MirrorRecordings | undefined },
  order: SyncOrder,
  { signal }: SyncWatch,
): Promise<SyncedMirror> {
  const { mirror } = open;
  let brought: SyncedRecordings | undefined;
  try {
    await (order.follow ? mirror.follow(signal) : mirror.sync(signal));
    brought = await recordings?.read();
  } catch (error) {
    // What was being asked for when somebody had enough ends as it likes.
    if (!signal.aborted) throw error;
  }
  await open.noteSynced();
  const freshness: MirrorFreshness = await mirror.freshness();
  return {
    folder: open.folder,
    requests: open.requestCount(),
    isInterrupted: signal.aborted,
    mirror: freshness,
    unreadable: (await mirror.unreadable()).map(({ id, reason }) => ({ callId: id, reason })),
    recordings: brought,
  };
}

/** What a sync would take now. Costs one request where the mirror does not know how many calls there are. */
async function explain(
  { mirror, limits, countDay }: OpenMirror,
  recordings: MirrorRecordings | undefined,
): Promise<SyncCost> {
  const { calls, requests } = await mirror.estimate();
  const { perSecond, perDay } = limits;
  return {
    calls,
    requests,
    seconds: perSecond === undefined ? null : Math.ceil((SECONDS_DIGITS * requests) / perSecond) / SECONDS_DIGITS,
    shareOfDay: perDay === undefined ? null : requests / perDay,
    leftToday: perDay === undefined ? null : Math.max(perDay - (await countDay()), 0),
    recordings: await recordings?.explain(),
  };
}
