import { useQuery } from "@tanstack/react-query";
import { useApi } from "../../ApiContext.tsx";

/** So many pages of Gong's hundred calls are read at most; beyond it the counts are of the newest calls alone. */
const MOST_PAGES = 20;
export const COUNTED_DAYS = 90;
const DAY_MS = 86_400_000;

export interface TrackerCounts {
  /** By tracker id: in how many calls it found something. */
  readonly calls: ReadonlyMap<string, number>;
  /** Calls that were looked at. */
  readonly looked: number;
  /** Whether these are all calls of the time. */
  readonly isComplete: boolean;
}

/** In how many calls of the last days each tracker found something, from what Gong's paths show of them. */
export function useTrackerCounts(history: string) {
  const api = useApi();
  return useQuery({
    // Counted anew as soon as a tracker is farther in the calls that were there.
    queryKey: ["tracker-counts", history],
    queryFn: () =>
      api.askGong(async (gong): Promise<TrackerCounts> => {
        const calls = new Map<string, number>();
        let looked = 0;
        let cursor: string | undefined;
        for (let page = 0; page < MOST_PAGES; page += 1) {
          const answer = await gong.listCallsExtensive({
            filter: { fromDateTime: new Date(Date.now() - COUNTED_DAYS * DAY_MS).toISOString() },
            contentSelector: { exposedFields: { content: { trackers: true } } },
            cursor,
          });
          for (const { content } of answer.calls) {
            looked += 1;
            for (const { id, count } of content?.trackers ?? []) {
              if (count > 0) calls.set(id, (calls.get(id) ?? 0) + 1);
            }
          }
          cursor = answer.records.cursor;
          if (cursor === undefined) break;
        }
        return { calls, looked, isComplete: cursor === undefined };
      }),
  });
}
