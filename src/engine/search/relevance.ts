import type { SqlConnection } from "../database/sql-connection.ts";
import { IndexScan } from "./index-scan.ts";
import type { CallPlan } from "./query.ts";

/** Up to this many matches are ranked one by one. */
export const MAX_RANKED = 10_000;

/**
 * The first `limit` keys by relevance: calls with the keywords in the title, then calls with the keywords next to each other, then
 * the rest. Within each by rank, or newest first where there are too many matches to rank; equals newest first.
 */
export function mostRelevant(connection: SqlConnection, plan: CallPlan, matchCount: number, limit: number): number[] {
  const scan = (expression: string | undefined) => new IndexScan(connection, expression, plan.filters);
  const better = [plan.titleExpression, plan.adjacentExpression].filter((expression) => expression !== undefined);
  if (matchCount > MAX_RANKED) {
    const keys = new Set<number>();
    for (const expression of [...better, plan.expression]) {
      if (keys.size >= limit) break;
      for (const key of scan(expression).newest(limit)) keys.add(key);
    }
    return [...keys].slice(0, limit);
  }
  const tiers = better.map((expression) => new Set(scan(expression).newest(MAX_RANKED)));
  const tierOf = (key: number) => {
    const tier = tiers.findIndex((keys) => keys.has(key));
    return tier < 0 ? tiers.length : tier;
  };
  return scan(plan.expression)
    .ranked()
    .map(({ key, rank }) => ({ key, rank, tier: tierOf(key) }))
    .sort((a, b) => a.tier - b.tier || a.rank - b.rank || b.key - a.key)
    .slice(0, limit)
    .map(({ key }) => key);
}
