import type { Call } from "../calls/call.ts";
import type { CallId, UserId } from "../calls/ids.ts";
import type { CallList, CallListPage, CallListPosition, CallListQuery } from "../engine/store/call-list.ts";

export interface LateCallListParts {
  readonly inner: CallList;
  /** Whether any call may be late now. */
  readonly isOn: () => boolean;
  readonly isThere: (call: Call, atMs: number) => boolean;
  readonly clock: () => number;
}

/** What there was when the first page was read; what comes later moves nothing. */
interface LatePosition extends CallListPosition {
  readonly asOfMs: number;
  readonly shownCount: number;
}

const COUNTED_AT_ONCE = 500;

/** Keeps back the calls that are not there yet: pages are full, and totals right, as if they had never been added. */
export class LateCallList implements CallList {
  readonly #parts: LateCallListParts;

  constructor(parts: LateCallListParts) {
    this.#parts = parts;
  }

  async list(query: CallListQuery): Promise<CallListPage> {
    const { inner, isOn, clock } = this.#parts;
    const begun = query.after;
    // A sequence goes on as it began, whatever was switched meanwhile.
    const late = begun && isLate(begun) ? begun : undefined;
    if (late === undefined && (begun !== undefined || !isOn())) return inner.list(query);
    const asOfMs = late?.asOfMs ?? clock();
    const page = await this.#fill(query, asOfMs);
    const shownCount = (late?.shownCount ?? 0) + page.calls.length;
    const total = late?.total ?? shownCount + (await this.#countAfter(query, page.next, asOfMs));
    if (page.next === undefined || shownCount >= total) return { calls: page.calls, total };
    const next: LatePosition = { ...page.next, total, asOfMs, shownCount };
    return { calls: page.calls, total, next };
  }

  async get(id: CallId, visibleTo?: UserId): Promise<Call | undefined> {
    const { inner, isThere, clock } = this.#parts;
    const call = await inner.get(id, visibleTo);
    return call && isThere(call, clock()) ? call : undefined;
  }

  /** Asks for as many as are missing until the page is full, so that the list goes on right after its last call. */
  async #fill(query: CallListQuery, asOfMs: number): Promise<Omit<CallListPage, "total">> {
    const calls: Call[] = [];
    let after = query.after;
    do {
      const page = await this.#parts.inner.list({ ...query, after, pageSize: query.pageSize - calls.length });
      calls.push(...page.calls.filter((call) => this.#parts.isThere(call, asOfMs)));
      after = page.next;
    } while (after !== undefined && calls.length < query.pageSize);
    return { calls, next: after };
  }

  async #countAfter(query: CallListQuery, from: CallListPosition | undefined, asOfMs: number): Promise<number> {
    let count = 0;
    let after = from;
    while (after !== undefined) {
      const page = await this.#parts.inner.list({ ...query, after, pageSize: COUNTED_AT_ONCE });
      count += page.calls.filter((call) => this.#parts.isThere(call, asOfMs)).length;
      after = page.next;
    }
    return count;
  }
}

function isLate(position: CallListPosition): position is LatePosition {
  return "asOfMs" in position;
}
