/** A recording that could not be had, and why. */
export interface MissingMedia {
  readonly callId: string;
  readonly reason: string;
}

/** What an export came to. */
export interface ExportedLibrary {
  readonly callCount: number;
  readonly transcriptCount: number;
  readonly mediaCount: number;
  readonly missingMedia: readonly MissingMedia[];
}

export interface ExportWatch {
  readonly signal: AbortSignal;
  readonly onProgress: (doneCount: number, totalCount: number) => void;
}
