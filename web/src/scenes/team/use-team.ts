import { useQuery } from "@tanstack/react-query";
import type { ClientApi } from "../../../../src/client/create-client.ts";
import { AnswerError } from "../../answer-error.ts";
import { useApi } from "../../ApiContext.tsx";
import { useUsers } from "../../ui/use-users.ts";
import { dayAfter, type Period } from "./period.ts";
import { teamRows } from "./team-rows.ts";

/** Statistics of all users over a period, from Gong's own paths. */
export function useTeam(period: Period) {
  const api = useApi();
  const users = useUsers();
  const stats = useQuery({
    queryKey: ["team", period],
    queryFn: () => api.askGong((gong) => askUntilToday(gong, period)),
  });
  const rows = stats.data && teamRows(stats.data.stats, stats.data.activities, users.data ?? []);
  return { stats, rows };
}

/** Today is another day where the company is: the server says so, and the day before is the last one then. */
async function askUntilToday(gong: ClientApi, period: Period) {
  try {
    return await ask(gong, period);
  } catch (error) {
    const isTooLate = error instanceof Error && /toDate.*after today/.test(error.message);
    if (!isTooLate || error instanceof AnswerError) throw error;
    return ask(gong, { ...period, toDate: dayAfter(period.toDate, -1) });
  }
}

async function ask(gong: ClientApi, filter: Period) {
  const [stats, activities] = await Promise.all([
    allPages(
      (cursor) => gong.listInteractionStats({ filter, cursor }),
      (page) => page.peopleInteractionStats,
    ),
    allPages(
      (cursor) => gong.listMultipleUsersAggregateActivity({ filter, cursor }),
      (page) => page.usersAggregateActivityStats,
    ),
  ]);
  return { stats, activities };
}

interface Paged {
  readonly records: { readonly cursor?: string | undefined };
}

async function allPages<Page extends Paged, Item>(
  askPage: (cursor: string | undefined) => Promise<Page>,
  itemsOf: (page: Page) => readonly Item[],
): Promise<readonly Item[]> {
  const items: Item[] = [];
  let cursor: string | undefined;
  do {
    const page = await askPage(cursor);
    items.push(...itemsOf(page));
    cursor = page.records.cursor;
  } while (cursor !== undefined);
  return items;
}
