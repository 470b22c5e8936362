import { NotFoundError } from "../calls/errors.ts";
import type { GongApi } from "../gong-api/gong-api.ts";
import { callsListed, pagesOf } from "./pages-of.ts";
import { DAY_MS } from "./pace.ts";

/** How far back is looked, window by window. */
const WINDOWS_DAYS = [1, 7, 30, 90, 365];
const MOST_REQUESTS = 50;

/**
 * Looks through the calls of the last year, newest first: Gong cannot be asked for a client unique id.
 * @throws NotFoundError also where so many calls are to be looked through that it is not worth their requests
 */
export async function findClientUniqueId(
  api: Pick<GongApi, "listCalls">,
  clientUniqueId: string,
  nowMs: number,
): Promise<string> {
  let requestCount = 0;
  let untilMs = nowMs + DAY_MS;
  for (const days of WINDOWS_DAYS) {
    const fromMs = nowMs - days * DAY_MS;
    const window = { fromDateTime: isoTime(fromMs), toDateTime: isoTime(untilMs) };
    for await (const { items } of pagesOf(api.listCalls, window, callsListed)) {
      const found = items.find((call) => call.clientUniqueId === clientUniqueId);
      if (found) return found.id;
      requestCount += 1;
      if (requestCount >= MOST_REQUESTS) throw notFound(clientUniqueId, `in the newest ${requestCount * 100} calls`);
    }
    untilMs = fromMs;
  }
  throw notFound(clientUniqueId, "in the calls of the last year");
}

function notFound(clientUniqueId: string, where: string): NotFoundError {
  return new NotFoundError(
    `There is no call with client-unique-id ${clientUniqueId} ${where} that Gong shows to this key. Gong has no look-up by that id: ` +
      "give call-id, which add-call answered.",
  );
}

function isoTime(timeMs: number): string {
  return new Date(timeMs).toISOString();
}
