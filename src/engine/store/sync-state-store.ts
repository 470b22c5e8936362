import type { Transaction } from "../database/transaction.ts";

/** A time whose calls were all read. */
export interface SyncWindow {
  readonly fromMs: number;
  readonly toMs: number;
  /** When that was last done. */
  readonly readMs: number;
}

/** How far a mirror is, kept with what it has read. */
export interface SyncStateStore {
  /** As text of whoever wrote it. */
  read(): Promise<string | undefined>;
  write(state: string, transaction: Transaction): Promise<void>;
  /** Newest first. They do not overlap. */
  windows(): Promise<readonly SyncWindow[]>;
  /** Takes the place of every window within it. */
  putWindow(window: SyncWindow, transaction: Transaction): Promise<void>;
}
