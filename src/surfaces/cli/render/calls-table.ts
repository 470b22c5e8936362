import Table from "cli-table3";
import { z } from "zod";
import { callAnswer, matchAnswer } from "../../../connection/call-answer.ts";
import { costText } from "./cost.ts";
import { clockTime, startParts } from "./clock-time.ts";
import type { Page } from "./page.ts";
import { borderless } from "./borderless.ts";
import { mirrorLine } from "./mirror-line.ts";
import { printable } from "./printable.ts";
import { paintStatus } from "./status.ts";
import { wrapText } from "./wrap-text.ts";

/** As much of the answer of search-calls as is shown. */
const foundCall = callAnswer.extend({ matches: z.array(matchAnswer).optional() });
const searchAnswer = z.object({
  calls: z.array(foundCall),
  pagination: z.object({
    totalRecords: z.number(),
    totalIsLowerBound: z.literal(true).optional(),
    pageSize: z.number(),
    currentPage: z.number(),
    cursor: z.string().optional(),
  }),
  note: z.string().optional(),
  mirror: z
    .object({
      asOf: z.string().nullable(),
      coverage: z.object({ from: z.string().nullable(), calls: z.number(), complete: z.boolean() }),
      pending: z.number(),
    })
    .optional(),
  cost: z
    .object({
      calls: z.number(),
      requests: z.number(),
      seconds: z.number().nullable(),
      shareOfDay: z.number().nullable(),
      leftToday: z.number().nullable(),
    })
    .optional(),
});
type FoundCall = z.infer<typeof foundCall>;
type Pagination = z.infer<typeof searchAnswer>["pagination"];

const MATCHES_SHOWN = 5;
const START_WIDTH = 14;
const DURATION_WIDTH = 10;
const STATUS_WIDTH = 12;
const NARROWEST_TITLE = 20;
const NARROWEST_NAMES = 12;
const GAPS = 5;

/** Found calls as a table, each with the places where a keyword was said. */
export function renderCalls(answer: unknown, page: Page): string | undefined {
  const { data } = searchAnswer.safeParse(answer);
  if (!data) return undefined;
  if (data.cost) return costText(data.cost);
  const mirror = data.mirror && mirrorLine(data.mirror);
  if (data.calls.length === 0) {
    return [totalLine(data.calls, data.pagination), mirror, data.note].filter(Boolean).join("\n");
  }
  const table = new Table({
    ...borderless,
    head: ["Call", "Start", "Duration", "Status", "Host", "Parties"].map(page.style.faint),
    colWidths: columnWidths(page.columns),
    wordWrap: true,
  });
  for (const call of data.calls) {
    table.push(callRow(call, page));
    const matches = matchLines(call, page);
    if (matches.length > 0) table.push([{ content: matches.join("\n"), colSpan: 6, wordWrap: false }]);
  }
  const lines = table.toString().split("\n");
  const total = totalLine(data.calls, data.pagination);
  return [...lines.map((line) => line.trimEnd()), "", total, ...(mirror ? [mirror] : [])].join("\n");
}

function columnWidths(columns: number): number[] {
  const fixed = START_WIDTH + DURATION_WIDTH + STATUS_WIDTH + GAPS;
  const spare = Math.max(columns - fixed - NARROWEST_TITLE - 2 * NARROWEST_NAMES, 0);
  const names = NARROWEST_NAMES + Math.floor(spare / 4);
  return [NARROWEST_TITLE + Math.floor(spare / 2), START_WIDTH, DURATION_WIDTH, STATUS_WIDTH, names, names];
}

function callRow(call: FoundCall, page: Page): string[] {
  const { day, time } = startParts(call.actualStart);
  const host = call.primaryUser.name ?? call.primaryUser.userId;
  const others = call.parties.filter((party) => party.userId !== call.primaryUser.userId);
  return [
    `${page.style.strong(printable(call.title ?? "Untitled call"))}\n${call.callId}`,
    `${day}\n${time}`,
    call.duration === null ? "" : clockTime(call.duration),
    paintStatus(call.status, page),
    printable(host),
    others.map((party) => printable(party.name ?? party.emailAddress ?? party.phoneNumber ?? "(unknown)")).join("\n"),
  ];
}

function matchLines({ matches = [] }: FoundCall, page: Page): string[] {
  const indent = " ".repeat(4);
  const shown = matches.slice(0, MATCHES_SHOWN).flatMap(({ where, start, speaker, affiliation, text }) => {
    const place = start === undefined ? where : `${clockTime(start)} ${speaker ?? affiliation ?? "Unknown"}`;
    const [first = "", ...more] = wrapText(`${printable(place)}: ${printable(text)}`, Math.max(page.columns - 6, 30));
    return [indent + first, ...more.map((line) => indent.repeat(2) + line)];
  });
  const hidden = matches.length - MATCHES_SHOWN;
  return hidden > 0 ? [...shown, page.style.faint(`${indent}and ${hidden} more; --json shows all`)] : shown;
}

function totalLine(calls: readonly FoundCall[], pagination: Pagination): string {
  const { totalRecords, pageSize, currentPage, cursor } = pagination;
  const total = pagination.totalIsLowerBound ? `at least ${totalRecords}` : String(totalRecords);
  if (totalRecords === 0) return "No calls match.";
  if (calls.length === 0) return `Page ${currentPage} is past the last of ${total} calls.`;
  const first = (currentPage - 1) * pageSize + 1;
  const next = cursor === undefined ? "" : ` Next page: --page ${currentPage + 1}`;
  const last = first + calls.length - 1;
  return `${first === last ? `Call ${first}` : `Calls ${first} to ${last}`} of ${total}.${next}`;
}
