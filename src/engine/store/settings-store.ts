import type { Transaction } from "../database/transaction.ts";

/** Small texts that a library keeps for itself, such as the secret its media links are signed with. */
export interface SettingsStore {
  get(key: string): Promise<string | undefined>;
  set(key: string, value: string, transaction: Transaction): Promise<void>;
  /** Sets it unless it is set. @returns what it is now, which is the same for everybody who tried */
  setIfAbsent(key: string, value: string, transaction: Transaction): Promise<string>;
}
