import type { UserId } from "./ids.ts";

/** What the caller said about who somebody is. */
export interface PartyIdentity {
  readonly userId?: UserId | undefined;
  readonly name?: string | undefined;
  readonly emailAddress?: string | undefined;
  readonly phoneNumber?: string | undefined;
}
