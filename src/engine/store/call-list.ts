import type { Call } from "../../calls/call.ts";
import type { CallId, UserId, WorkspaceId } from "../../calls/ids.ts";

/** All given conditions hold together. */
export interface CallListQuery {
  /** Which time the range and the order go by. Gong's plain list: of a conference the scheduled start, of other calls the start. */
  readonly by: "start" | "schedule";
  /** `[fromMs, toMs)` */
  readonly fromMs?: number | undefined;
  readonly toMs?: number | undefined;
  readonly workspaceId?: WorkspaceId | undefined;
  readonly callIds?: readonly CallId[] | undefined;
  readonly primaryUserIds?: readonly UserId[] | undefined;
  /** Only calls that this user was on or was given access to. */
  readonly visibleTo?: UserId | undefined;
  readonly pageSize: number;
  /** From the page before, of the same query. */
  readonly after?: CallListPosition | undefined;
}

/** Where a list goes on. It is of the calls that were there when its first page was read, so what comes meanwhile moves nothing. */
export interface CallListPosition {
  readonly total: number;
  /** The newest entry that was there. */
  readonly upToKey: number;
  /** Time and entry of the last call that was shown. */
  readonly timeMs: number;
  readonly key: number;
}

export interface CallListPage {
  readonly calls: readonly Call[];
  /** As counted for the first page. */
  readonly total: number;
  /** Absent on the last page. */
  readonly next?: CallListPosition | undefined;
}

/** The calls that were processed once, which are all that Gong's paths show. Oldest first. */
export interface CallList {
  list(query: CallListQuery): Promise<CallListPage>;
  get(id: CallId, visibleTo?: UserId): Promise<Call | undefined>;
}
