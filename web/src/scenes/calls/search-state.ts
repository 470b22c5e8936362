import type { AddressState } from "../../ui/use-address.ts";

export const PAGE_SIZE = 20;

/** The address of the scene as parameters of `search-calls`. Days are the reader's own, from their first to their last moment. */
export function searchParameters(state: AddressState): Record<string, unknown> {
  const keywords = readKeywords(state["q"] ?? "");
  const seconds = (minutes: string | undefined) => (minutes ? Number(minutes) * 60 : undefined);
  return withoutNothing({
    keywords: keywords.length > 0 ? keywords : undefined,
    match: state["match"],
    "from-date": startOfDay(state["from"], 0),
    "to-date": startOfDay(state["to"], 1),
    "primary-user-ids": state["host"] ? [state["host"]] : undefined,
    direction: state["direction"],
    status: state["status"],
    disposition: state["disposition"],
    title: state["title"],
    "participant-name": state["person"],
    "participant-email": state["email"],
    "participant-domain": state["domain"],
    "participant-phone": state["phone"],
    "min-duration": seconds(state["min"]),
    "max-duration": seconds(state["max"]),
    sort: state["sort"],
    page: Number(state["page"] ?? 1),
    "page-size": PAGE_SIZE,
  });
}

/** `price "next steps"` is a word and a phrase. A quotation mark that is not closed is closed by the end. */
export function readKeywords(typed: string): readonly string[] {
  const found = [...typed.matchAll(/"([^"]*)(?:"|$)|[^\s"]+/g)].map(([word, phrase]) => (phrase ?? word).trim());
  return found.filter((text) => text !== "");
}

/** @param day `2026-11-29` */
function startOfDay(day: string | undefined, daysLater: number): string | undefined {
  const [, year, month, date] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(day ?? "") ?? [];
  if (date === undefined) return undefined;
  const start = new Date(Number(year), Number(month) - 1, Number(date) + daysLater);
  return Number.isNaN(start.getTime()) ? undefined : start.toISOString();
}

function withoutNothing(parameters: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(parameters).filter(([, value]) => value !== undefined && value !== ""));
}
