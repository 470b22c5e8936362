/** What Gong counts for each user. */
export const activityCounters = [
  "callsAsHost",
  "callsGaveFeedback",
  "callsRequestedFeedback",
  "callsReceivedFeedback",
  "ownCallsListenedTo",
  "othersCallsListenedTo",
  "callsSharedInternally",
  "callsSharedExternally",
  "callsScorecardsFilled",
  "callsScorecardsReceived",
  "callsAttended",
  "callsCommentsGiven",
  "callsCommentsReceived",
  "callsMarkedAsFeedbackGiven",
  "callsMarkedAsFeedbackReceived",
] as const;

/** Each counter with a number of calls, or with their ids. */
export type Activity<Value> = Readonly<Record<(typeof activityCounters)[number], Value>>;

/** What is counted here. The rest is what nobody can do here, and so `nothing`. */
export interface CountedActivity<Value> {
  readonly callsAsHost: Value;
  /** Gong: as a participant who is not the host. */
  readonly callsAttended: Value;
  /** Gong: of the calls that the user reviewed, and of those that they were reviewed for. */
  readonly callsScorecardsFilled: Value;
  readonly callsScorecardsReceived: Value;
  readonly ownCallsListenedTo: Value;
  readonly othersCallsListenedTo: Value;
  readonly callsSharedInternally: Value;
}

export function presentActivity<Value>(counted: CountedActivity<Value>, nothing: Value): Activity<Value> {
  const empty = Object.fromEntries(activityCounters.map((name) => [name, nothing])) as Activity<Value>; // has every counter
  return { ...empty, ...counted };
}
