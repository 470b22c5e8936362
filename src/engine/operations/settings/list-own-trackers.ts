import type { TamtamApi } from "../../../gong-api/tamtam/tamtam-api.ts";
import { presentOwnTracker, type TrackerWriteParts } from "./trackers.ts";

export function listOwnTrackers(
  parts: Pick<TrackerWriteParts, "trackers" | "trackerHits" | "companyTime">,
): TamtamApi["listOwnTrackers"] {
  return async () => {
    const { trackers } = await parts.trackers.read();
    return { trackers: await Promise.all(trackers.map((tracker) => presentOwnTracker(parts, tracker))) };
  };
}
