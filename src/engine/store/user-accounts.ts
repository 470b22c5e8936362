import type { UserId } from "../../calls/ids.ts";
import type { UserAccount, UserChange, UserSettingChange } from "../../calls/user-account.ts";
import type { Transaction } from "../database/transaction.ts";

/** Conditions on users; all given ones hold together. Times are when the user came to be, `[createdFromMs, createdToMs)`. */
export interface UserAccountQuery {
  readonly createdFromMs?: number | undefined;
  readonly createdToMs?: number | undefined;
  readonly ids?: readonly UserId[] | undefined;
  readonly pageSize: number;
  /** The last user of the page before. */
  readonly afterId?: UserId | undefined;
}

export interface UserAccountPage {
  /** By their ids: shorter before longer, which for numbers is their order. */
  readonly users: readonly UserAccount[];
  /** Of all pages. */
  readonly total: number;
  readonly hasMore: boolean;
}

/** The users of the directory, those that calls named too, with all that is known of them. */
export interface UserAccounts {
  page(query: UserAccountQuery): Promise<UserAccountPage>;
  /** In the order of `ids`; unknown ids are left out. */
  getMany(ids: readonly UserId[]): Promise<readonly UserAccount[]>;
  /** What was set when, oldest first; it begins with all settings as they were when the user came to be. */
  settingsHistory(id: UserId): Promise<readonly UserSettingChange[]>;
  /** @throws ConflictError when there is a user of this id */
  add(account: UserAccount, transaction: Transaction): Promise<void>;
  /** Settings that already are so are not entered again. @throws NotFoundError */
  change(id: UserId, change: UserChange, changedMs: number, transaction: Transaction): Promise<void>;
}
