/** As much of what a mirror says of itself as is shown. */
export interface ShownFreshness {
  readonly asOf: string | null;
  readonly coverage: { readonly from: string | null; readonly calls: number; readonly complete: boolean };
  readonly pending: number;
  readonly unreadable?: number | undefined;
}

/** How fresh and how complete a mirror is, in one line. */
export function mirrorLine({ asOf, coverage, pending, unreadable = 0 }: ShownFreshness): string {
  const freshness = asOf === null ? "not in step yet" : `as of ${shortTime(asOf)}`;
  const { calls, complete, from } = coverage;
  const reach = from === null ? "all" : `those since ${shortTime(from)}`;
  const history = complete ? `${calls} calls, ${reach}` : `${calls} calls so far, ${reach}; tamtam sync goes on`;
  const waiting = pending === 0 ? "" : `; ${pending} still without transcript or content`;
  const lost = unreadable === 0 ? "" : `; ${unreadable} more could not be read`;
  return `From the mirror, ${freshness}: ${history}${waiting}${lost}.`;
}

/** To the minute, of a time in UTC. */
function shortTime(iso: string): string {
  return `${iso.slice(0, 16).replace("T", " ")} UTC`;
}
