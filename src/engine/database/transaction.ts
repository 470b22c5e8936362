declare const transactionBrand: unique symbol;

/**
 * The right to write, from `Database.transact`. Everything written with one `Transaction` is committed together or not at all.
 * Only adapters look inside.
 */
export interface Transaction {
  readonly [transactionBrand]: true;
}

/** What the parts that keep records together have in common. */
export interface Database extends AsyncDisposable {
  /**
   * Runs `work` alone: no other writer, in this process or another, comes between. Commits when it resolves, rolls back when it
   * throws. `work` must await nothing but calls that were given its transaction.
   */
  transact<T>(work: (transaction: Transaction) => Promise<T>): Promise<T>;
  /** Takes what was removed off the disk, where it is until its place is needed again. Writers wait meanwhile, which grows with the library. */
  scrub(): Promise<void>;
}
