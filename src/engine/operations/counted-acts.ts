import type { CallId, UserId } from "../../calls/ids.ts";
import type { AuditLog, CountedAct } from "../audit/audit-log.ts";
import type { TimeSpan, UserCallsQuery, UserStats } from "../store/user-stats.ts";

export interface ActParts {
  readonly auditLog: AuditLog;
  readonly userStats: UserStats;
}

/** The calls that a user did each of it with in a span, as far as they are shown; in the order in which it was done. */
export interface CountedActs {
  readonly ownCallsListenedTo: readonly CallId[];
  readonly othersCallsListenedTo: readonly CallId[];
  readonly callsSharedInternally: readonly CallId[];
}

type ActsOf = (userId: UserId, spanIndex: number) => CountedActs;

/** The audit log knows who did it, the library which calls there are and whose they are. */
export async function readActs(parts: ActParts, query: UserCallsQuery): Promise<ActsOf> {
  const [listened, shared] = await Promise.all([callsOf(parts, query, "listened"), callsOf(parts, query, "shared")]);
  return (userId, spanIndex) => {
    const heard = listened(userId, spanIndex);
    return {
      ownCallsListenedTo: heard.filter(({ hostId }) => hostId === userId).map(({ callId }) => callId),
      othersCallsListenedTo: heard.filter(({ hostId }) => hostId !== userId).map(({ callId }) => callId),
      callsSharedInternally: shared(userId, spanIndex).map(({ callId }) => callId),
    };
  };
}

async function callsOf({ auditLog, userStats }: ActParts, query: UserCallsQuery, act: CountedAct) {
  const { userIds, spans, visibleTo } = query;
  const done = await auditLog.acts({ act, userIds, spans });
  const hosts = await userStats.hosts([...new Set(done.map(({ callId }) => callId))], visibleTo);
  const shown = done.flatMap((each) => {
    const hostId = hosts.get(each.callId);
    return hostId === undefined ? [] : [{ ...each, hostId }];
  });
  const byUser = Map.groupBy(shown, ({ userId, spanIndex }) => `${spanIndex} ${userId}`);
  return (userId: UserId, spanIndex: number) => byUser.get(`${spanIndex} ${userId}`) ?? [];
}

/** The users who did any of it in a span with a call that is shown. */
export async function readActors(
  { auditLog, userStats }: ActParts,
  span: TimeSpan,
  visibleTo: UserId | undefined,
): Promise<readonly UserId[]> {
  const callIds = await auditLog.callsActedOn(span);
  const hosts = await userStats.hosts(callIds, visibleTo);
  const hidden = callIds.filter((id) => !hosts.has(id));
  return auditLog.actors(span, hidden);
}
