import type { UnreadableCall } from "../gong-api/tenant-call.ts";
import type { StartRange } from "../engine/store/imported-call-store.ts";
import type { PassedOverCall, SyncState } from "./sync-state.ts";

/** After a page of a range. A call that could be taken in this time is passed over no more. */
export function notePassedOver(
  state: SyncState,
  range: StartRange,
  { unreadable, callIds }: { readonly unreadable: readonly UnreadableCall[]; readonly callIds: readonly string[] },
  nowMs: number,
): SyncState {
  if (unreadable.length === 0 && state.passedOver.length === 0) return state;
  const shown = new Set(callIds);
  const before = new Map(state.passedOver.map((call) => [call.id, call]));
  const others = state.passedOver.filter(({ id }) => !shown.has(id));
  const now = unreadable.map((call): PassedOverCall => {
    const known = before.get(call.id);
    return { ...call, range: known === undefined ? range : meeting(known.range, range) };
  });
  return { ...state, passedOver: [...others, ...now], passedOverMs: state.passedOverMs ?? nowMs };
}

/** How many of those that are passed over are surely in the range: where there are more, it is read. */
export function countPassedOver({ passedOver }: Pick<SyncState, "passedOver">, range: StartRange): number {
  return passedOver.filter((call) => isWithin(call.range, range)).length;
}

/** After a range was shown whole: what it should have shown and did not is gone. */
export function withoutGone(state: SyncState, range: StartRange, wholeIds: ReadonlySet<string> | undefined): SyncState {
  if (wholeIds === undefined || state.passedOver.length === 0) return state;
  const passedOver = state.passedOver.filter((call) => wholeIds.has(call.id) || !isWithin(call.range, range));
  return { ...state, passedOver };
}

function meeting(a: StartRange, b: StartRange): StartRange {
  const fromMs = Math.max(a.fromMs ?? -Infinity, b.fromMs ?? -Infinity);
  const toMs = Math.min(a.toMs ?? Infinity, b.toMs ?? Infinity);
  return { fromMs: Number.isFinite(fromMs) ? fromMs : undefined, toMs: Number.isFinite(toMs) ? toMs : undefined };
}

function isWithin(inner: StartRange, outer: StartRange): boolean {
  const isFrom = (inner.fromMs ?? -Infinity) >= (outer.fromMs ?? -Infinity);
  return isFrom && (inner.toMs ?? Infinity) <= (outer.toMs ?? Infinity);
}
