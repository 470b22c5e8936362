import type { Request } from "autocannon";
import { LIBRARY_END_MS, LIBRARY_START_MS } from "../generated-library.ts";
import { authorization } from "./rivals.ts";

/** As it goes over the wire. */
export interface PageRequest {
  readonly path: string;
  readonly method: "GET" | "POST";
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** One of Gong's ways to read calls. */
export interface Page {
  readonly name: string;
  /** All calls from this time on, or where a cursor goes on with all calls there are. */
  request(fromMs: number, cursor?: string): PageRequest;
}

const json = { authorization, "content-type": "application/json" };
const everything = {
  context: "Extended",
  contextTiming: ["Now", "TimeOfCall"],
  exposedFields: {
    collaboration: { publicComments: true },
    content: {
      brief: true,
      callOutcome: true,
      highlights: true,
      keyPoints: true,
      outline: true,
      pointsOfInterest: true,
      structure: true,
      topics: true,
      trackerOccurrences: true,
      trackers: true,
    },
    interaction: { personInteractionStats: true, questions: true, speakers: true, video: true },
    media: true,
    parties: true,
  },
};

export const pages: readonly Page[] = [
  {
    name: "GET /v2/calls",
    request: (fromMs, cursor) => ({
      path: `/v2/calls?${new URLSearchParams({ ...spanFrom(fromMs), ...(cursor !== undefined && { cursor }) })}`,
      method: "GET",
      headers: { authorization },
    }),
  },
  posted("/v2/calls/extensive", { contentSelector: everything }),
  posted("/v2/calls/transcript", {}),
];

function posted(path: string, members: object): Page {
  return {
    name: `POST ${path}`,
    request: (fromMs, cursor) => ({
      path,
      method: "POST",
      headers: { ...json },
      body: JSON.stringify({ filter: spanFrom(fromMs), ...members, ...(cursor !== undefined && { cursor }) }),
    }),
  };
}

function spanFrom(fromMs: number) {
  return { fromDateTime: new Date(fromMs).toISOString(), toDateTime: new Date(LIBRARY_END_MS).toISOString() };
}

/** The first page of all calls, again and again. */
export function sameEachTime(page: Page): Request {
  return page.request(LIBRARY_START_MS);
}

/** In turn the first page of another span, and one that another cursor leads to: nothing that is asked for was asked for shortly before. */
export function anotherEachTime(page: Page, cursors: readonly string[]): Request {
  let count = 0;
  const next = () => {
    count += 1;
    if (count % 2 === 0) return page.request(LIBRARY_START_MS, cursors[(count / 2) % cursors.length]);
    // Behind the latest of the starts, which go through the library in leaps, there is still a whole page.
    const share = (count * 0.618_034) % 1;
    return page.request(Math.floor(LIBRARY_START_MS + share * 0.95 * (LIBRARY_END_MS - LIBRARY_START_MS)));
  };
  return { setupRequest: (request) => ({ ...request, ...next() }) };
}
