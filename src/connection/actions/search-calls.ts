import { z } from "zod";
import { callStatuses, directions } from "../../calls/call.ts";
import type { CallCriteria } from "../../calls/call-criteria.ts";
import { asId, type UserId } from "../../calls/ids.ts";
import { InvalidInputError, type InputProblem } from "../../calls/errors.ts";
import { callAnswer, matchAnswer, presentCall, presentMatch } from "../call-answer.ts";
import { defineAction } from "../define-action.ts";
import { flag, oneOf, seconds, text, textList, time, wholeNumber } from "../parameter-types.ts";
import { canonicalName } from "../canonical-name.ts";
import { requireAbility } from "../require-ability.ts";

const LAST_PAGE = 100_000;

/** What narrows the search; each may also stand inside search-criteria. */
const filters = {
  "from-date": time().optional().describe("Calls that started at this time or later"),
  "to-date": time().optional().describe("Calls that started before this time"),
  "primary-user-ids": textList().optional().describe("JSON array of the userIds of hosts"),
  keywords: textList()
    .optional()
    .describe("JSON array of keywords to find in transcripts, titles, parties and topics; several words are a phrase"),
  match: oneOf(["all", "any"])
    .optional()
    .describe("Whether a call must have all keywords (the default) or any of them"),
  direction: oneOf(directions).optional().describe("Call direction"),
  disposition: text().optional().describe("Call disposition"),
  "participant-email": text().optional().describe("E-mail address of a participant"),
  "participant-domain": text().optional().describe("E-mail domain of a participant, such as example.com"),
  "participant-name": text().optional().describe("Words of a participant's name"),
  "participant-phone": text().optional().describe("Phone number of a participant; only the digits count"),
  title: text().optional().describe("Words of the title"),
  "min-duration": seconds().optional().describe("Shortest length in seconds"),
  "max-duration": seconds().optional().describe("Greatest length in seconds"),
  status: oneOf(callStatuses).optional().describe("How far processing is"),
};

const parameters = z.object({
  ...filters,
  "search-criteria": criteriaOf(z.strictObject(filters))
    .optional()
    .describe("JSON object of any of the parameters above, or one keyword; a parameter given on its own wins"),
  context: oneOf(["None", "Basic", "Extended"])
    .default("None")
    .describe("Links to CRM objects; Extended with their fields"),
  "include-content": flag()
    .default(false)
    .describe("Include matches, topics, keyphrases, brief, questions and interaction stats"),
  "include-media": flag().default(false).describe("Include links to the recording"),
  sort: oneOf(["recency", "relevance"]).default("recency").describe("Newest first, or best match first"),
  page: wholeNumber(1, LAST_PAGE).optional().describe("Page number, from 1"),
  "page-size": wholeNumber(1, 100).default(10).describe("Calls a page, at most 100"),
  cursor: text()
    .optional()
    .describe("The cursor of the page before, instead of page; stays right while calls are added"),
  explain: flag()
    .default(false)
    .describe("Only say what the search would take: requests, seconds, share of the requests of a day"),
});
type Parameters = z.infer<typeof parameters>;

const searchCost = z.object({
  calls: z.number().describe("Calls to look through"),
  requests: z.number().describe("When everything has to be looked at"),
  seconds: z.number().nullable(),
  shareOfDay: z.number().nullable().describe("Of the requests that the company may make within a day, 0 to 1"),
  leftToday: z.number().nullable(),
});

const mirrorAnswer = z.object({
  asOf: z.string().nullable().describe("Until then nothing is missing"),
  coverage: z.object({
    from: z.string().nullable().describe("Calls from this time on are there; null when all are"),
    calls: z.number(),
    expectedCalls: z.number().nullable(),
    complete: z.boolean(),
  }),
  pending: z.number().describe("Calls whose transcript or content is still waited for"),
  unreadable: z
    .number()
    .optional()
    .describe("Calls that the other side shows in a way that cannot be read: they are not here, and asked for again"),
});

/** An index takes no requests. */
const nothingToPay: z.infer<typeof searchCost> = { calls: 0, requests: 0, seconds: 0, shareOfDay: 0, leftToday: null };

export const searchCalls = defineAction({
  name: "search-calls",
  summary: "Search calls by what was said, who took part, when and how",
  description:
    "All conditions hold together. Keywords ignore case and English inflections (price finds pricing). Totals are exact; " +
    "above 10,000, and on a connection that has to be searched request by request, totalIsLowerBound may say that there are at least so many.",
  parameters,
  result: z.object({
    calls: z.array(callAnswer.extend({ matches: z.array(matchAnswer).optional() })),
    pagination: z.object({
      totalRecords: z.number(),
      totalIsLowerBound: z.literal(true).optional(),
      pageSize: z.number(),
      currentPage: z.number(),
      cursor: z.string().optional().describe("Of the next page; absent on the last"),
    }),
    note: z.string().optional().describe("What to know of this answer"),
    mirror: mirrorAnswer
      .optional()
      .describe("Of a connection that is mirrored: how fresh and how complete the mirror is"),
    cost: searchCost.optional().describe("With explain, instead of calls; null where nothing is limited"),
  }),
  annotations: { isReadOnly: true, isIdempotent: true },
  scopes: ["api:calls:read:extensive", "api:calls:read:transcript", "api:calls:read:media-url"],
  example: `/your-gong-connection
action: search-calls
from-date: 2025-01-01T00:00:00-08:00
to-date: 2025-01-31T23:59:59-08:00
primary-user-ids: ["gong_user_id_12345"]
keywords: ["sales", "demo"]
context: Extended
include-content: true
include-media: true`,
  check: (given) => [...checkOrder({ ...given["search-criteria"], ...given }), ...checkPaging(given)],
  run: async (backend, alone) => {
    const given = { ...alone["search-criteria"], ...alone };
    const { page, cursor } = readCursor(given);
    const finding = requireAbility(backend.finding, "search-calls");
    const criteria = toCriteria(given, page, cursor);
    const selection = {
      context: given.context,
      includeContent: given["include-content"],
      includeMedia: given["include-media"],
      includeTranscript: false,
    };
    if (given.explain) {
      const cost = (await finding.estimate?.(criteria, selection)) ?? nothingToPay;
      return { calls: [], pagination: { totalRecords: 0, pageSize: given["page-size"], currentPage: page }, cost };
    }
    const found = await finding.findCalls(criteria, selection);
    return {
      calls: found.calls.map((record) => {
        const call = presentCall(record);
        return record.matches ? { ...call, matches: record.matches.map(presentMatch) } : call;
      }),
      pagination: {
        totalRecords: found.total.value,
        ...(found.total.relation === "gte" ? { totalIsLowerBound: true as const } : {}),
        pageSize: given["page-size"],
        currentPage: page,
        ...(found.cursor === undefined ? {} : { cursor: `${page + 1}.${found.cursor}` }),
      },
      ...(found.note === undefined ? {} : { note: found.note }),
      ...(found.mirror === undefined ? {} : { mirror: found.mirror }),
    };
  },
});

/** Criteria as one JSON object, its names in any spelling, or a text that is a keyword. */
function criteriaOf<Schema extends z.ZodType>(schema: Schema) {
  return z.preprocess((value) => {
    const read = typeof value === "string" ? readCriteria(value.trim()) : value;
    if (typeof read !== "object" || read === null || Array.isArray(read)) return read;
    return Object.fromEntries(Object.entries(read).map(([name, inner]) => [canonicalName(name), inner]));
  }, schema);
}

function readCriteria(typed: string): unknown {
  if (!typed.startsWith("{")) return { keywords: typed };
  try {
    return JSON.parse(typed) as unknown; // checked by the schema next
  } catch {
    return typed;
  }
}

function toCriteria(given: Parameters, page: number, cursor: string | undefined): CallCriteria {
  const inMs = (written: string | undefined) => (written === undefined ? undefined : Date.parse(written));
  const fromSeconds = (count: number | undefined) => (count === undefined ? undefined : Math.round(count * 1000));
  return {
    fromMs: inMs(given["from-date"]),
    toMs: inMs(given["to-date"]),
    primaryUserIds: given["primary-user-ids"]?.map((userId) => asId<UserId>(userId)),
    keywords: given.keywords,
    match: given.match ?? "all",
    direction: given.direction,
    disposition: given.disposition,
    participantEmail: given["participant-email"],
    participantDomain: given["participant-domain"],
    participantName: given["participant-name"],
    participantPhone: given["participant-phone"],
    title: given.title,
    minDurationMs: fromSeconds(given["min-duration"]),
    maxDurationMs: fromSeconds(given["max-duration"]),
    statuses: given.status === undefined ? undefined : [given.status],
    sort: given.sort,
    pageSize: given["page-size"],
    page: cursor === undefined ? page : undefined,
    cursor,
  };
}

/** A cursor carries the number of its page, which the answer shows. */
function readCursor(given: Parameters): { page: number; cursor: string | undefined } {
  if (given.cursor === undefined) return { page: given.page ?? 1, cursor: undefined };
  const [, page, cursor] = /^(\d{1,6})\.(.+)$/.exec(given.cursor) ?? [];
  if (page !== undefined && cursor !== undefined) return { page: Number(page), cursor };
  throw new InvalidInputError([
    {
      parameter: "cursor",
      message: `is not one that search-calls answered; leave it out to start at the first page; got "${given.cursor}"`,
    },
  ]);
}

function checkOrder(given: Partial<Parameters>): InputProblem[] {
  const problems: InputProblem[] = [];
  const from = given["from-date"];
  const to = given["to-date"];
  if (from !== undefined && to !== undefined && Date.parse(from) >= Date.parse(to)) {
    problems.push({ parameter: "from-date", message: `must be before to-date (${to}); got "${from}"` });
  }
  const shortest = given["min-duration"];
  const longest = given["max-duration"];
  if (shortest !== undefined && longest !== undefined && shortest > longest) {
    problems.push({
      parameter: "min-duration",
      message: `must not be above max-duration (${longest}); got ${shortest}`,
    });
  }
  return problems;
}

function checkPaging(given: Partial<Parameters>): InputProblem[] {
  if (given.cursor === undefined || given.page === undefined) return [];
  return [{ parameter: "page", message: "cannot be given together with cursor; leave one out" }];
}
