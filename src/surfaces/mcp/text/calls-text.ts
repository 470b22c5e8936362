import type { z } from "zod";
import type { CallAnswer, matchAnswer } from "../../../connection/call-answer.ts";
import type { FoundCallsAnswer } from "../../../connection/found-calls-answer.ts";
import { callFacts, callTitle, hostText } from "./call-head.ts";
import { clockTime } from "../../../connection/clock-time.ts";
import { briefLine, topicsLine } from "./content-text.ts";
import { crmLines } from "./crm-text.ts";
import { listed } from "./listed.ts";
import { partyLabel, who } from "./party-text.ts";
import { plainText } from "./plain-text.ts";
import { named, quoted } from "./quoted.ts";
import { countFitting, TEXT_CHARACTERS } from "./text-budget.ts";

type FoundCall = FoundCallsAnswer["calls"][number];
type Match = z.infer<typeof matchAnswer>;

const MOST_MATCHES = 5;
const MOST_PARTIES = 8;
/** For the lines around the calls. */
const FRAME_CHARACTERS = 1_500;

/** Found calls with the places where it was said, and how to get more of them. */
export function callsText(found: FoundCallsAnswer): string {
  if (found.cost) return `Nothing was searched. A search would take:\n${plainText(found.cost)}`;
  const blocks = found.calls.map((call, position) => `${firstNumber(found) + position}. ${callBlock(call)}`);
  const count = countFitting(blocks, TEXT_CHARACTERS - FRAME_CHARACTERS);
  return [totalLine(found), ...freshness(found), ...blocks.slice(0, count), ...restLines(found, count)].join("\n");
}

function firstNumber({ pagination }: FoundCallsAnswer): number {
  return (pagination.currentPage - 1) * pagination.pageSize + 1;
}

function totalLine(found: FoundCallsAnswer): string {
  const { totalRecords, totalIsLowerBound, currentPage } = found.pagination;
  const total = totalIsLowerBound ? `at least ${totalRecords}` : String(totalRecords);
  if (totalRecords === 0) return "No calls match.";
  if (found.calls.length === 0) return `Page ${currentPage} is past the last of ${total} calls.`;
  const first = firstNumber(found);
  return `Calls ${first} to ${first + found.calls.length - 1} of ${total}.`;
}

function freshness({ mirror, note }: FoundCallsAnswer): string[] {
  const lines = note === undefined ? [] : [`Note: ${quoted(note)}`];
  if (!mirror) return lines;
  const { asOf, coverage, pending, unreadable = 0 } = mirror;
  const since = coverage.from === null ? "" : ` since ${named(coverage.from)}`;
  const whole = coverage.complete ? "complete" : "not complete yet";
  const late = pending === 0 ? "" : `; ${pending} calls still lack transcript or content`;
  const lost = unreadable === 0 ? "" : `; ${unreadable} calls cannot be read and are not in it`;
  return [
    ...lines,
    `From a mirror as of ${asOf === null ? "no time yet" : named(asOf)}: ${coverage.calls} calls${since}, ${whole}${late}${lost}.`,
  ];
}

/** What is not in the text, and which parameter gets it. */
function restLines({ calls, pagination }: FoundCallsAnswer, count: number): string[] {
  const { currentPage, cursor } = pagination;
  const cut = calls.length - count;
  const hasContent = calls.some(({ content }) => content !== undefined);
  return [
    ...(hasContent
      ? ["(Of the content, brief and topics are shown; get-call with include-content: true shows the rest.)"]
      : []),
    ...(cut > 0
      ? [
          `(Left out here: ${cut} more calls of this page. Ask for pages with page-size: ${count}, or for one call with get-call.)`,
        ]
      : []),
    ...(cursor === undefined
      ? []
      : [`Next page: page: ${currentPage + 1}, or cursor: ${named(cursor)} (with the same conditions).`]),
  ];
}

function callBlock(call: FoundCall): string {
  const { content, matches = [], media } = call;
  const lines = [
    callFacts(call),
    `Host: ${hostText(call)}${partiesText(call)}`,
    ...(media?.audioUrl ? [`Audio: ${named(media.audioUrl)}`] : []),
    ...(media?.videoUrl ? [`Video: ${named(media.videoUrl)}`] : []),
    ...crmLines(call),
    ...(content ? [...briefLine(content), ...topicsLine(content)] : []),
    ...(matches.length > 0 ? ["Found:", ...listed(matches, MOST_MATCHES, matchText)] : []),
  ];
  return [callTitle(call), ...lines.map((line) => `   ${line}`)].join("\n");
}

function partiesText({ parties, primaryUser }: CallAnswer): string {
  const others = parties.filter(({ userId }) => userId !== primaryUser.userId);
  if (others.length === 0) return "";
  const hidden = others.length - MOST_PARTIES;
  const shown = others.slice(0, MOST_PARTIES).map(partyLabel).join(", ");
  return `; with ${shown}${hidden > 0 ? ` and ${hidden} more` : ""}`;
}

function matchText({ keyword, where, text, start, speaker, affiliation }: Match): string {
  const place = start === undefined ? `in the ${where}` : `${clockTime(start)} ${who(speaker, affiliation)}`;
  return `${place}: ${quoted(text)} [${named(keyword)}]`;
}
