export const transcriptTexts = ["vtt", "srt", "csv"] as const;

export interface LibraryExport {
  /** Absolute. */
  readonly folder: string;
  readonly connection: string | undefined;
  /** Of the start of the calls, `[from, to)`. */
  readonly fromDateTime: string | undefined;
  readonly toDateTime: string | undefined;
  /** Of transcripts, beside JSON. */
  readonly formats: readonly (typeof transcriptTexts)[number][];
  readonly includeMedia: boolean;
}

export interface CountWatch {
  readonly signal: AbortSignal;
  readonly onProgress: (doneCount: number, totalCount: number) => void;
}

export interface ExportedLibrary {
  readonly calls: number;
  readonly transcripts: number;
  readonly media: number;
  /** Recordings that could not be had, and why; the same order again asks for them alone. */
  readonly missing: readonly { readonly callId: string; readonly reason: string }[];
}

export interface LibraryImport {
  /** Absolute. */
  readonly folder: string;
  /** Whether files that cannot be read are left out; else nothing is imported. */
  readonly mayLeaveOut: boolean;
}

export interface ImportedLibrary {
  readonly calls: { readonly added: number; readonly changed: number; readonly present: number };
  readonly transcripts: number;
  readonly media: number;
  readonly users: number;
  /** What has no place in this library, in words. */
  readonly leftOut: readonly string[];
  /** Files that could not be read. */
  readonly skipped: readonly { readonly path: string; readonly reason: string }[];
  /** JSON files in which nothing is known. */
  readonly ignored: readonly string[];
  readonly isComplete: boolean;
}
