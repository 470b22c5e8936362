import { InvalidInputError } from "../../../calls/errors.ts";
import { asId, type ScorecardId, type UserId } from "../../../calls/ids.ts";
import type { CompanyTime } from "../../../gong-api/company-time.ts";
import { CURSOR_LIFETIME_MS, type Cursor, readCursor, type SignText, writeCursor } from "../../../gong-api/cursor.ts";
import type { GongApi } from "../../../gong-api/gong-api.ts";
import { presentAnsweredScorecard } from "../../../gong-api/present/present-answered-scorecard.ts";
import type { ListAnsweredScorecardsRequest } from "../../../gong-api/schemas/list-answered-scorecards.ts";
import { wireError } from "../../../gong-api/wire-errors.ts";
import type {
  AnsweredScorecardPosition,
  AnsweredScorecardQuery,
  AnsweredScorecardStore,
} from "../../store/answered-scorecard-store.ts";

export interface ListAnsweredScorecardsParts {
  readonly answeredScorecards: Pick<AnsweredScorecardStore, "list">;
  readonly companyTime: CompanyTime;
  readonly clock: () => number;
  readonly signText: SignText;
  /** Whose eyes the calls are seen with; the company's where there is none. */
  readonly actingUserId?: UserId | undefined;
}

/** Gong: 100 records a page, which nobody can choose. */
const PAGE_SIZE = 100;

export function listAnsweredScorecards(parts: ListAnsweredScorecardsParts): GongApi["listAnsweredScorecards"] {
  const { signText: sign, companyTime } = parts;
  return async ({ filter, cursor: text }) => {
    const nowMs = parts.clock();
    const scope = { operationId: "listAnsweredScorecards", filter: { ...filter, user: parts.actingUserId } };
    const query = readFilter(filter, companyTime);
    const cursor = text === undefined ? undefined : readCursor<AnsweredScorecardPosition>(sign, scope, text, nowMs);
    const after = cursor?.position;
    const visibleTo = parts.actingUserId;
    const page = await parts.answeredScorecards.list({ ...query, visibleTo, pageSize: PAGE_SIZE, after });
    if (page.answered.length === 0 && cursor === undefined) throw wireError("answered-scorecards-not-found");
    const pageNumber = cursor?.pageNumber ?? 0;
    const next: Cursor<AnsweredScorecardPosition> | undefined = page.next && {
      expiresMs: cursor?.expiresMs ?? nowMs + CURSOR_LIFETIME_MS,
      pageNumber: pageNumber + 1,
      position: page.next,
    };
    return {
      records: {
        totalRecords: page.total,
        currentPageSize: page.answered.length,
        currentPageNumber: pageNumber,
        ...(next && { cursor: writeCursor(sign, scope, next) }),
      },
      answeredScorecards: page.answered.map(({ answered, ...about }) =>
        presentAnsweredScorecard(answered, about, companyTime),
      ),
    };
  };
}

type Filter = ListAnsweredScorecardsRequest["filter"];

/** Gong: without a method, only what people reviewed is answered. */
function readFilter(filter: Filter, companyTime: CompanyTime): Omit<AnsweredScorecardQuery, "pageSize"> {
  const day = (date: string | undefined) => (date === undefined ? undefined : companyTime.parse(date));
  const problems = (["call", "review"] as const).flatMap((what) => {
    const [from, to] = [filter[`${what}FromDate`], filter[`${what}ToDate`]];
    if (from === undefined || to === undefined || from < to) return [];
    return [{ parameter: `filter.${what}FromDate`, message: `must be before ${what}ToDate` }];
  });
  if (problems.length > 0) throw new InvalidInputError(problems);
  const { reviewMethod = "MANUAL", reviewedUserIds, scorecardIds } = filter;
  return {
    callFromMs: day(filter.callFromDate),
    callToMs: day(filter.callToDate),
    reviewFromMs: day(filter.reviewFromDate),
    reviewToMs: day(filter.reviewToDate),
    reviewMethod: reviewMethod === "BOTH" ? undefined : reviewMethod,
    reviewedUserIds: reviewedUserIds?.length ? reviewedUserIds.map((id) => asId<UserId>(id)) : undefined,
    scorecardIds: scorecardIds?.length ? scorecardIds.map((id) => asId<ScorecardId>(id)) : undefined,
  };
}
