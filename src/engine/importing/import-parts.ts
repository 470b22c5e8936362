import type { CallSearch } from "../search/call-search.ts";
import type { CallStore, UserDirectory } from "../store/call-store.ts";
import type { TrackerHitStore } from "../store/tracker-hit-store.ts";
import type { AwaitedPart, ImportedCallStore } from "../store/imported-call-store.ts";

/** What taking calls in needs. */
export interface ImportParts {
  readonly calls: Pick<CallStore, "getTranscript" | "setTranscript" | "setAnalysis">;
  readonly users: Pick<UserDirectory, "add">;
  readonly search: Pick<CallSearch, "put">;
  readonly trackerHits: Pick<TrackerHitStore, "put">;
  readonly imported: ImportedCallStore;
}

/** When to ask again for a part of a call that was asked for so many times and is not there; `null` for never. */
export type AskAgain = (
  part: AwaitedPart,
  call: { readonly startedMs: number; readonly askedCount: number },
) => number | null;
