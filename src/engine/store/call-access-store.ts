import type { CallId, UserId } from "../../calls/ids.ts";
import type { Transaction } from "../database/transaction.ts";

/** Users who were given access to a call one by one. */
export interface CallAccess {
  readonly callId: CallId;
  readonly userIds: readonly UserId[];
}

export interface CallAccessStore {
  /** What is given already stays. The calls must be there. */
  grant(access: readonly CallAccess[], transaction: Transaction): Promise<void>;
  /** What was not given is passed over. */
  revoke(access: readonly CallAccess[], transaction: Transaction): Promise<void>;
  /** Those of the calls that are there, processed or not, and that this user may see; without one, all that are there. */
  seen(callIds: readonly CallId[], visibleTo?: UserId): Promise<ReadonlySet<CallId>>;
  /** One entry for each id, in the order of `callIds`; users in order of their ids. */
  list(callIds: readonly CallId[]): Promise<readonly CallAccess[]>;
}
