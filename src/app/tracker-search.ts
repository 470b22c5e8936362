import { createTrackerSearch } from "../engine/analysis/create-tracker-search.ts";
import type { MakeTrackerSearch } from "../engine/jobs/look-for-trackers.ts";
import { plainTokens } from "../engine/search/normalise.ts";

/** Trackers take texts apart as the search index does: marks and case make no difference, and scripts without spaces are read by character. */
export function trackerSearch(): MakeTrackerSearch {
  return createTrackerSearch(plainTokens);
}
