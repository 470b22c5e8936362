import { setTimeout as delay } from "node:timers/promises";
import type { Mirrors } from "../../surfaces/cli/host/mirrors.ts";

interface FollowOptions {
  readonly reportError: (error: unknown) => void;
  readonly signal: AbortSignal;
  readonly retryMs?: number | undefined;
}

const RETRY_MS = 5 * 60_000;

/**
 * Keeps these connections' mirrors in step until the signal aborts. One that cannot be is reported and tried again later, since a key may be
 * mended and another process may end its own sync; the others go on meanwhile.
 */
export async function followMirrors(
  mirrors: Pick<Mirrors, "sync">,
  connections: readonly string[],
  options: FollowOptions,
): Promise<void> {
  await Promise.all(connections.map((connection) => followOne(mirrors, connection, options)));
}

async function followOne(
  mirrors: Pick<Mirrors, "sync">,
  connection: string,
  { reportError, signal, retryMs = RETRY_MS }: FollowOptions,
): Promise<void> {
  const watch = { signal, onProblem: reportError, onProgress: () => undefined };
  while (!signal.aborted) {
    try {
      await mirrors.sync({ connection, follow: true, sinceMs: undefined, media: false }, watch);
    } catch (error) {
      reportError(error);
      await delay(retryMs, undefined, { signal }).catch(() => undefined);
    }
  }
}
