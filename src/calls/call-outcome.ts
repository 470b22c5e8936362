import { asId, type CallOutcomeId } from "./ids.ts";

export const connectStatuses = ["CONNECTED", "NOT_CONNECTED"] as const;
export const outcomeSentiments = ["POSITIVE", "NEGATIVE", "NEUTRAL"] as const;
export const todoActions = ["COMPLETE", "COMPLETE_AND_REMOVE"] as const;
export const outcomeAutomations = ["MARK_AS_OPT_OUT"] as const;
export const outcomeCategories = ["ANSWERED", "NOT_ANSWERED"] as const;

/** A result that a call may have, as the company has set it up. The members are Gong's. */
export interface CallOutcome {
  /** `MEETING_BOOKED` */
  readonly id: CallOutcomeId;
  /** No two have the same. */
  readonly name: string;
  readonly displayOrder: number;
  readonly connectStatus: (typeof connectStatuses)[number];
  readonly sentiment: (typeof outcomeSentiments)[number];
  readonly todoAction: (typeof todoActions)[number];
  readonly automation?: (typeof outcomeAutomations)[number] | undefined;
  readonly category: (typeof outcomeCategories)[number];
}

/** What to change of an outcome; an automation that is null is taken away. */
export type CallOutcomeChange = {
  readonly [Name in Exclude<keyof CallOutcome, "id" | "automation">]?: CallOutcome[Name] | undefined;
} & { readonly automation?: (typeof outcomeAutomations)[number] | null | undefined };

/** `Not interested (other)` is `NOT_INTERESTED_OTHER`; undefined where a name has no letter and no digit to make one of. */
export function outcomeIdOf(name: string): CallOutcomeId | undefined {
  const words = name
    .normalize("NFKC")
    .toUpperCase()
    .match(/[\p{L}\p{N}]+/gu);
  return words ? asId<CallOutcomeId>(words.join("_")) : undefined;
}
