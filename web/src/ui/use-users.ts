import { useQuery } from "@tanstack/react-query";
import { useApi } from "../ApiContext.tsx";

export interface ListedUser {
  readonly id: string;
  readonly name: string;
  readonly emailAddress: string | null;
  readonly title: string | null;
  readonly isActive: boolean;
}

const MOST_PAGES = 50;

/** All users, by name. */
export function useUsers() {
  const api = useApi();
  return useQuery({
    queryKey: ["users"],
    staleTime: 60_000,
    queryFn: () =>
      api.askGong(async (gong) => {
        const users: ListedUser[] = [];
        let cursor: string | undefined;
        for (let page = 0; page < MOST_PAGES; page += 1) {
          const answer = await gong.listUsers({ cursor });
          users.push(...answer.users.map(toListed));
          cursor = answer.records.cursor;
          if (cursor === undefined) break;
        }
        return users.sort((a, b) => a.name.localeCompare(b.name));
      }),
  });
}

interface WireUser {
  readonly id: string;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly emailAddress: string | null;
  readonly title: string | null;
  readonly active: boolean;
}

function toListed({ id, firstName, lastName, emailAddress, title, active }: WireUser): ListedUser {
  const name = [firstName, lastName].filter(Boolean).join(" ") || emailAddress || id;
  return { id, name, emailAddress, title, isActive: active };
}
