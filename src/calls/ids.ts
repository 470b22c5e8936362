/** Ids are strings of decimal digits, as in Gong. Brands keep the kinds apart at compile time. */
declare const brand: unique symbol;
type Id<Kind extends string> = string & { readonly [brand]: Kind };

export type CallId = Id<"call">;
/** An employee's id. Callers bring their own (`gong_user_id_12345`), so it is any non-empty string. */
export type UserId = Id<"user">;
/** An entry of the call's list of parties. */
export type PartyId = Id<"party">;
/** A voice in a transcript. */
export type SpeakerId = Id<"speaker">;
export type WorkspaceId = Id<"workspace">;
export type PermissionProfileId = Id<"permission profile">;
export type WebhookRuleId = Id<"webhook rule">;
export type WebhookDeliveryId = Id<"webhook delivery">;
export type TrackerId = Id<"tracker">;
export type ScorecardId = Id<"scorecard">;
export type QuestionId = Id<"question">;
export type AnsweredScorecardId = Id<"answered scorecard">;
export type LibraryFolderId = Id<"library folder">;
export type CallOutcomeId = Id<"call outcome">;

/** Marks a string that the caller knows to be an id of this kind: from the store, or checked at the edge. */
export function asId<T extends string>(text: string): T {
  return text as T; // a brand has no run-time trace; this is the one place that puts it on
}

/** Makes new ids: up to 19 digits, later ids sort after earlier ones. */
export type IdSource = <T extends string>() => T;

const SUFFIXES = 100_000;

/**
 * Ids are the Unix time in ms (13 digits until the year 2286) followed by 5 random digits, which keeps them below 2^63 and in
 * order of creation. Two ids of the same millisecond are made to rise. Uniqueness across processes is the store's key to keep.
 */
export function makeIdSource(clock: () => number, random: () => number): IdSource {
  let last = 0n;
  return <T extends string>() => {
    const fresh = BigInt(clock()) * BigInt(SUFFIXES) + BigInt(Math.floor(random() * SUFFIXES));
    last = fresh > last ? fresh : last + 1n;
    return asId<T>(last.toString());
  };
}
