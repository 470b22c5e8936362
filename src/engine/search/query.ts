import type { CallStatus, Direction } from "../../calls/call.ts";
import type { UserId } from "../../calls/ids.ts";
import { InvalidInputError, type InputProblem } from "../../calls/errors.ts";
import type { CallQuery } from "./call-search.ts";
import { facet, NAME_REACH, phoneDigits, phoneEndings } from "./facets.ts";
import { plainTokens, tokens } from "./normalise.ts";

/** A keyword as it was given, with the index's tokens for it; several are a phrase. */
export interface Keyword {
  readonly text: string;
  readonly tokens: readonly string[];
}

/** What to look for, in the index's own words. Expressions are FTS5 syntax, made of our tokens in quotes only. */
export interface CallPlan {
  /** Absent when nothing needs the full-text index. */
  readonly expression?: string | undefined;
  /** For relevance: the calls of `expression` with the keywords in the title, and with all keywords next to each other. */
  readonly titleExpression?: string | undefined;
  readonly adjacentExpression?: string | undefined;
  readonly keywords: readonly Keyword[];
  readonly filters: CoarseFilters;
}

/** Filters that most calls pass or fail by the thousand: checked row by row. */
export interface CoarseFilters {
  readonly fromMs?: number | undefined;
  readonly toMs?: number | undefined;
  readonly direction?: Direction | undefined;
  readonly statuses?: readonly CallStatus[] | undefined;
  readonly minDurationMs?: number | undefined;
  readonly maxDurationMs?: number | undefined;
  readonly visibleTo?: UserId | undefined;
}

/** @throws InvalidInputError for text conditions in which there is nothing to look for; problems name the query's properties */
export function planQuery(query: CallQuery): CallPlan {
  const problems: InputProblem[] = [];
  const keywords = (query.keywords ?? []).map((text) => ({ text, tokens: tokens(text) }));
  for (const keyword of keywords) {
    if (keyword.tokens.length === 0) problems.push(nothingIn("keywords", keyword.text));
  }
  const facets = facetExpressions(query, problems);
  if (problems.length > 0) throw new InvalidInputError(problems);
  const base = keywords.length === 0 ? facets : [combine(keywords.map(phrase), query.match), ...facets];
  return {
    ...(base.length > 0 && { expression: base.join(" AND ") }),
    ...(query.sort === "relevance" && keywords.length > 0 && tiers(keywords, query.match, base)),
    keywords,
    filters: coarseFilters(query),
  };
}

function facetExpressions(query: CallQuery, problems: InputProblem[]): string[] {
  const { primaryUserIds = [], disposition, participantEmail, participantDomain } = query;
  return [
    ...(primaryUserIds.length > 0
      ? [
          combine(
            primaryUserIds.map((id) => quoted([facet.primaryUser(id)])),
            "any",
          ),
        ]
      : []),
    ...(disposition === undefined ? [] : [quoted([facet.disposition(disposition)])]),
    ...(participantEmail === undefined ? [] : [quoted([facet.email(participantEmail)])]),
    ...(participantDomain === undefined ? [] : [quoted([facet.domain(participantDomain)])]),
    ...nameExpression(query.participantName, problems),
    ...phoneExpression(query.participantPhone, problems),
    ...titleExpressions(query.title, problems),
  ];
}

function nameExpression(name: string | undefined, problems: InputProblem[]): string[] {
  if (name === undefined) return [];
  const words = [...new Set(plainTokens(name))].map((word) => quoted([facet.nameWord(word)]));
  if (words.length === 0) problems.push(nothingIn("participantName", name));
  return words.length > 1 ? [`NEAR(${words.join(" ")}, ${NAME_REACH})`] : words;
}

/** Two numbers are the same when one ends with the other, provided that the shorter is long enough. */
function phoneExpression(phoneNumber: string | undefined, problems: InputProblem[]): string[] {
  if (phoneNumber === undefined) return [];
  const digits = phoneDigits(phoneNumber);
  if (digits === "") problems.push({ parameter: "participantPhone", message: `"${phoneNumber}" has no digits.` });
  const wholes = [...new Set([digits, ...phoneEndings(digits)])].map(facet.phone);
  return [
    combine(
      [facet.phoneEnding(digits), ...wholes].map((token) => quoted([token])),
      "any",
    ),
  ];
}

function titleExpressions(title: string | undefined, problems: InputProblem[]): string[] {
  if (title === undefined) return [];
  const words = tokens(title);
  if (words.length === 0) problems.push(nothingIn("title", title));
  return words.map((word) => quoted([facet.titleWord(word)]));
}

function tiers(keywords: readonly Keyword[], match: "all" | "any", base: readonly string[]): Partial<CallPlan> {
  const inTitle = keywords.map((keyword) => quoted(keyword.tokens.map(facet.titleWord)));
  const titleExpression = [combine(inTitle, match), ...base].join(" AND ");
  if (keywords.length === 1) return { titleExpression };
  const adjacent = quoted(keywords.flatMap((keyword) => keyword.tokens));
  return { titleExpression, adjacentExpression: [adjacent, ...base].join(" AND ") };
}

function coarseFilters(query: CallQuery): CoarseFilters {
  const { fromMs, toMs, direction, minDurationMs, maxDurationMs, visibleTo } = query;
  const statuses = query.statuses?.length ? query.statuses : undefined;
  return { fromMs, toMs, direction, statuses, minDurationMs, maxDurationMs, visibleTo };
}

function phrase(keyword: Keyword): string {
  return quoted(keyword.tokens);
}

/** Tokens consist of letters, digits and underscores, so nothing in them can end the quotation. */
function quoted(adjacentTokens: readonly string[]): string {
  return `"${adjacentTokens.join(" ")}"`;
}

function combine(expressions: readonly string[], match: "all" | "any"): string {
  return expressions.length === 1
    ? (expressions[0] ?? "")
    : `(${expressions.join(match === "all" ? " AND " : " OR ")})`;
}

function nothingIn(parameter: string, text: string): InputProblem {
  return { parameter, message: `"${text}" has no letters or digits to look for. Give a word or leave it out.` };
}
