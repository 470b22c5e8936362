export interface SeedOrder {
  readonly seed: string;
  readonly callCount: number;
  /** All calls are of the year before this midnight (UTC); today's where it is not given. */
  readonly untilMs: number | undefined;
  /** Whether a library with calls that no seed made may be added to. */
  readonly mayAddToOthers: boolean;
}

export interface SeedWatch {
  readonly signal: AbortSignal;
  readonly onProgress: (doneCount: number) => void;
}

export interface SeededLibrary {
  readonly company: { readonly name: string; readonly domain: string };
  readonly untilMs: number;
  readonly userCount: number;
  readonly accountCount: number;
  /** Calls that this run added, and calls that were there from an earlier one. */
  readonly addedCount: number;
  readonly presentCount: number;
  readonly isComplete: boolean;
}
