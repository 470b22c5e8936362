import { useQuery } from "@tanstack/react-query";
import type { ClientApi } from "../../../../src/client/create-client.ts";
import { AnswerError } from "../../answer-error.ts";
import type { Api } from "../../api.ts";
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
    queryFn: () => askUntilToday(api, period),
  });
  const rows = stats.data && teamRows(stats.data.stats, stats.data.activities, users.data ?? []);
  return { stats, rows };
}

/** Where it is another day at the company, the server refuses a period that ends today: the day before is the last one then. */
async function askUntilToday(api: Api, period: Period) {
  try {
    return await api.askGong((gong) => ask(gong, period));
  } catch (error) {
    if (!(error instanceof AnswerError) || error.status !== 400) throw error;
    // Refused again, and with the same sentence, where that was not it.
    return api.askGong((gong) => ask(gong, { ...period, toDate: dayAfter(period.toDate, -1) }));
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
