import type { SearchCost } from "../../../gong-api/call-finding.ts";

/** `Looking through 4812 calls takes up to 107 requests: 36 s, 1.07 % of a day's, of which 9893 are left.` */
export function costText({ calls, requests, seconds, shareOfDay, leftToday }: SearchCost): string {
  if (requests === 0) return "This takes no requests.";
  const facts = [
    ...(seconds === null ? [] : [`${seconds} s`]),
    ...(shareOfDay === null ? [] : [`${Math.round(shareOfDay * 10_000) / 100} % of a day's`]),
    ...(leftToday === null ? [] : [`${leftToday} are left`]),
  ];
  const shown = facts.length === 0 ? "" : `: ${facts.join(", ")}`;
  return `Looking through ${count(calls, "call")} takes up to ${count(requests, "request")}${shown}.`;
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? "" : "s"}`;
}
