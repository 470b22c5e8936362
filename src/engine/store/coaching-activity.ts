import type { CallId, UserId, WorkspaceId } from "../../calls/ids.ts";
import type { CallVisibility } from "../database/call-visibility.ts";

/** Calls of the reports of one manager that the manager had to do with, in `[fromMs, toMs)`. */
export interface CoachingQuery extends CallVisibility {
  readonly managerId: UserId;
  readonly workspaceId: WorkspaceId;
  readonly fromMs: number;
  readonly toMs: number;
}

/** Who reports to whom, and whose calls are whose: of the calls that Gong's paths show. */
export interface CoachingActivity {
  /** The users whose manager this is, by their ids. */
  directReports(managerId: UserId): Promise<readonly UserId[]>;
  /** For each report, the calls of that time that both they and the manager were on, oldest first. Reports without any are left out. */
  attendedCalls(query: CoachingQuery): Promise<ReadonlyMap<UserId, readonly CallId[]>>;
  /** For each report, the calls of theirs, of any time, that the manager scored in that time by a scorecard about them. */
  scoredCalls(query: CoachingQuery): Promise<ReadonlyMap<UserId, readonly CallId[]>>;
  /** Which of these calls each report was on, oldest first, whenever the calls were. */
  callsOfReports(
    query: Omit<CoachingQuery, "fromMs" | "toMs">,
    callIds: readonly CallId[],
  ): Promise<ReadonlyMap<UserId, readonly CallId[]>>;
}
