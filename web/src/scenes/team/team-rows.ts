import type { ListInteractionStatsResponse } from "../../../../src/gong-api/schemas/list-interaction-stats.ts";
import type { ListMultipleUsersAggregateActivityResponse } from "../../../../src/gong-api/schemas/list-multiple-users-aggregate-activity.ts";
import type { ListedUser } from "../../ui/use-users.ts";

/** One user over the period. A figure that cannot be said is absent. */
export interface TeamRow {
  readonly userId: string;
  readonly name: string;
  readonly title: string | null;
  readonly figures: ReadonlyMap<string, number>;
}

/** Gong's counters that anything can be done for here, as people call them. */
export const activityColumns = [
  { name: "callsAsHost", label: "Calls hosted", definition: "Calls that the user hosted." },
  {
    name: "callsAttended",
    label: "Calls attended",
    definition: "Calls that the user took part in without being the host.",
  },
  { name: "callsScorecardsReceived", label: "Reviews", definition: "Reviews of the user's calls by scorecards." },
  { name: "othersCallsListenedTo", label: "Listened to", definition: "Calls of others that the user listened to." },
] as const;

type Stats = ListInteractionStatsResponse["peopleInteractionStats"];
type Activities = ListMultipleUsersAggregateActivityResponse["usersAggregateActivityStats"];

/** Everybody who had a call, with both kinds of figures. */
export function teamRows(stats: Stats, activities: Activities, users: readonly ListedUser[]): readonly TeamRow[] {
  const figures = new Map<string, Map<string, number>>();
  const emails = new Map<string, string | null>();
  const figuresOf = ({ userId, userEmailAddress }: { userId: string; userEmailAddress: string | null }) => {
    emails.set(userId, userEmailAddress);
    const own = figures.get(userId) ?? new Map<string, number>();
    figures.set(userId, own);
    return own;
  };
  for (const person of stats) {
    for (const { name, value } of person.personInteractionStats) figuresOf(person).set(name, value);
  }
  for (const person of activities) {
    for (const { name } of activityColumns) figuresOf(person).set(name, person.userAggregateActivityStats[name]);
  }
  const known = new Map(users.map((user) => [user.id, user]));
  return [...figures].map(([userId, found]) => {
    const user = known.get(userId);
    return { userId, name: user?.name ?? emails.get(userId) ?? userId, title: user?.title ?? null, figures: found };
  });
}

/** By a figure or, where it is none, by name. Who has no such figure comes last in either direction. */
export function sortedRows(rows: readonly TeamRow[], by: string, isAscending: boolean): readonly TeamRow[] {
  const sign = isAscending ? 1 : -1;
  return rows.toSorted((a, b) => {
    if (by === "name") return sign * a.name.localeCompare(b.name);
    const [one, other] = [a.figures.get(by), b.figures.get(by)];
    if (one === undefined || other === undefined) return Number(one === undefined) - Number(other === undefined);
    return sign * (one - other) || a.name.localeCompare(b.name);
  });
}
