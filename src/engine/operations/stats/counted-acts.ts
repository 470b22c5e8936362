import type { CallId, UserId } from "../../../calls/ids.ts";
import type { AuditLog, CountedAct } from "../../audit/audit-log.ts";
import type { TimeSpan, UserCallsQuery, UserStats } from "../../store/user-stats.ts";

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

async function callsOf(parts: ActParts, query: UserCallsQuery, act: CountedAct) {
  const byUser = Map.groupBy(await shownActs(parts, query, act), ({ userId, spanIndex }) => `${spanIndex} ${userId}`);
  return (userId: UserId, spanIndex: number) => byUser.get(`${spanIndex} ${userId}`) ?? [];
}

async function shownActs({ auditLog, userStats }: ActParts, query: UserCallsQuery, act: CountedAct) {
  const { userIds, spans, visibleTo } = query;
  const done = await auditLog.acts({ act, userIds, spans });
  const hosts = await userStats.hosts([...new Set(done.map(({ callId }) => callId))], { visibleTo });
  return done.flatMap((each) => {
    const hostId = hosts.get(each.callId);
    return hostId === undefined ? [] : [{ ...each, hostId }];
  });
}

/** The users who did any of it in a span with a call that is shown. All that somebody did is looked at only where one call of theirs is not. */
export async function readActors(
  parts: ActParts,
  span: TimeSpan,
  visibleTo: UserId | undefined,
): Promise<readonly UserId[]> {
  const actors = await parts.auditLog.actors(span);
  const hosts = await parts.userStats.hosts([...new Set(actors.map(({ callId }) => callId))], { visibleTo });
  const [sure, doubtful] = [true, false].map((isShown) =>
    actors.flatMap(({ userId, callId }) => (hosts.has(callId) === isShown ? [userId] : [])),
  );
  const query = { userIds: doubtful ?? [], spans: [span], visibleTo };
  const [listened, shared] = [await shownActs(parts, query, "listened"), await shownActs(parts, query, "shared")];
  return [...new Set([...(sure ?? []), ...[...listened, ...shared].map(({ userId }) => userId)])];
}
