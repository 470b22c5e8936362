import type { Affiliation } from "./affiliation.ts";
import type { CrmContext } from "./crm/crm-context.ts";
import type { PartyIdentity } from "./party-identity.ts";
import type { PartyId, SpeakerId, UserId } from "./ids.ts";

export type MediaChannelId = 0 | 1;

/** A person on the call's list, whether they spoke or not. */
export interface Party extends PartyIdentity {
  readonly id: PartyId;
  /** The caller's own key for this party, which the speakers timeline refers to. */
  readonly givenPartyId?: string | undefined;
  readonly affiliation: Affiliation;
  readonly mediaChannelId?: MediaChannelId | undefined;
  readonly context: readonly CrmContext[];
  /** The voice in the transcript that is surely this party's; absent while unknown. */
  readonly speakerId?: SpeakerId | undefined;
}

/** An employee: the directory's view of a party with a `userId`. */
export interface User {
  readonly id: UserId;
  readonly name?: string | undefined;
  readonly emailAddress?: string | undefined;
  readonly phoneNumber?: string | undefined;
  readonly title?: string | undefined;
  readonly managerId?: UserId | undefined;
  readonly createdMs: number;
}
