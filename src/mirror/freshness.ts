import type { ImportedCallStore } from "../engine/store/imported-call-store.ts";
import type { MirrorFreshness } from "../gong-api/mirror-freshness.ts";
import { syncProgress } from "./sync-progress.ts";
import type { SyncState } from "./sync-state.ts";

export async function freshnessOf(
  parts: { readonly imported: ImportedCallStore; readonly clock: () => number },
  state: SyncState,
): Promise<MirrorFreshness> {
  const { callCount, expectedCount } = await syncProgress(parts, state);
  const isPolled = state.polledMs !== null;
  const fromMs = state.backfill?.untilMs ?? state.sinceMs;
  return {
    asOf: inIso(state.polledMs),
    coverage: {
      from: inIso(fromMs),
      calls: callCount,
      expectedCalls: isPolled ? expectedCount : null,
      complete: isPolled && state.backfill === null,
    },
    pending: await parts.imported.pendingCount(),
    ...(state.passedOver.length > 0 && { unreadable: state.passedOver.length }),
  };
}

function inIso(timeMs: number | null): string | null {
  return timeMs === null ? null : new Date(timeMs).toISOString();
}
