import { setTimeout as delay } from "node:timers/promises";
import type { MirrorFreshness } from "../gong-api/mirror-freshness.ts";
import { isPassing, RemoteError } from "../gong-api/remote-error.ts";
import type { UnreadableCall } from "../gong-api/tenant-call.ts";
import { freshnessOf } from "./freshness.ts";
import type { MirrorParts } from "./mirror-parts.ts";
import { nextPageMs, nextPageStep, type PageLaneParts, type PollsDue } from "./page-lane.ts";
import { ReadAhead } from "./read-ahead.ts";
import { type NextSteps, runLanes } from "./run-lanes.ts";
import { firstState, isIntervalOver, WHOLE_INTERVAL_MS, widened } from "./sync-plan.ts";
import { parseSyncState, type SyncState } from "./sync-state.ts";
import { estimate, type SyncProgress, syncProgress } from "./sync-progress.ts";
import { nextTextStep } from "./text-lane.ts";

export interface MirrorOptions {
  /** How often the newest calls are asked for. */
  readonly pollIntervalMs: number;
  /** Calls that began before are not wanted; those that are here already stay. */
  readonly sinceMs?: number | undefined;
  /** Transcripts of calls that began from then on are asked for once more. */
  readonly transcriptsFromMs?: number | undefined;
  readonly onProgress?: ((progress: SyncProgress) => void) | undefined;
  /** Told of what stops a mirror that is followed, for the time being. */
  readonly onProblem?: ((error: unknown, retryMs: number) => void) | undefined;
  readonly sleep?: ((durationMs: number, signal: AbortSignal) => Promise<void>) | undefined;
}

const FIRST_PAUSE_MS = 5_000;
const LONGEST_PAUSE_MS = 15 * 60_000;

/** A library that is kept in step with a tenant. */
export interface Mirror {
  /** Does what is due, until nothing is or the signal aborts; what was done is kept whenever it ends. @throws RemoteError */
  sync(signal: AbortSignal): Promise<void>;
  /** Does what is due when it is, until the signal aborts. What passes is waited out. @throws RemoteError for what does not */
  follow(signal: AbortSignal): Promise<void>;
  progress(): Promise<SyncProgress>;
  /** Calls that are not here yet, and about how many requests it takes until nothing is due. */
  estimate(): Promise<{ readonly calls: number; readonly requests: number }>;
  freshness(): Promise<MirrorFreshness>;
  /** Calls that the tenant shows and that cannot be read, and why. */
  unreadable(): Promise<readonly UnreadableCall[]>;
}

export function createMirror(given: MirrorParts, options: MirrorOptions): Mirror {
  const parts: PageLaneParts = { ...given, pages: new ReadAhead(given.api) };
  const { clock } = parts;
  const read = async () => readState(parts, options);
  const progress = async () => syncProgress(parts, await read());
  const followed: PollsDue = {
    newest: (lastMs, nowMs) => isIntervalOver(lastMs, nowMs, options.pollIntervalMs),
    whole: (lastMs, nowMs) => isIntervalOver(lastMs, nowMs, WHOLE_INTERVAL_MS),
  };
  const runAll = async (signal: AbortSignal, pollsDue: PollsDue) => {
    const next: NextSteps = {
      pages: async () => nextPageStep(parts, await read(), pollsDue),
      texts: (doMoreCallsCome) => nextTextStep(parts, doMoreCallsCome),
    };
    await runLanes(next, signal, async () => options.onProgress?.(await progress()));
  };
  const askTranscriptsAgain = async () => {
    const { transcriptsFromMs: fromMs } = options;
    if (fromMs === undefined) return;
    await parts.database.transact((transaction) =>
      parts.imported.askTranscriptsAgain({ fromMs }, clock(), transaction),
    );
  };
  return {
    sync: async (signal) => {
      const begunMs = clock();
      await askTranscriptsAgain();
      await runAll(signal, {
        newest: (lastMs, nowMs) => lastMs < begunMs || followed.newest(lastMs, nowMs),
        whole: (lastMs, nowMs) => lastMs < begunMs || followed.whole(lastMs, nowMs),
      });
    },
    follow: async (signal) => {
      await askTranscriptsAgain();
      for (let failures = 0; !signal.aborted;) {
        try {
          await runAll(signal, followed);
          failures = 0;
          // Parts that are due meanwhile go along with the next poll, and cost no request of their own.
          await pause(
            Math.max((await nextPageMs(parts, await read(), options.pollIntervalMs)) - clock(), 0),
            signal,
            options,
          );
        } catch (error) {
          if (!isPassing(error)) throw error;
          const retryMs = pauseAfter(error, failures, clock());
          failures += 1;
          options.onProblem?.(error, retryMs);
          await pause(retryMs, signal, options);
        }
      }
    },
    progress,
    estimate: async () => estimate(parts, await read(), options.transcriptsFromMs),
    freshness: async () => freshnessOf(parts, await read()),
    unreadable: async () => (await read()).passedOver.map(({ id, reason }) => ({ id, reason })),
  };
}

/** A new mirror is kept with what it reads first. */
async function readState({ syncState, clock }: MirrorParts, { sinceMs }: MirrorOptions): Promise<SyncState> {
  const text = await syncState.read();
  if (text === undefined) return firstState(clock(), sinceMs ?? null);
  return sinceMs === undefined ? parseSyncState(text) : widened(parseSyncState(text), sinceMs);
}

function pauseAfter(error: unknown, failures: number, nowMs: number): number {
  const askedMs = error instanceof RemoteError && error.retryAtMs !== undefined ? error.retryAtMs - nowMs : 0;
  return Math.max(askedMs, Math.min(FIRST_PAUSE_MS * 2 ** failures, LONGEST_PAUSE_MS));
}

async function pause(durationMs: number, signal: AbortSignal, { sleep }: MirrorOptions): Promise<void> {
  if (sleep) return sleep(durationMs, signal);
  await delay(durationMs, undefined, { signal }).catch(() => undefined);
}
