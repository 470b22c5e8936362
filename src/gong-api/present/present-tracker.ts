import { type CallTracker, countHits, type Tracker, type TrackerOccurrence } from "../../calls/tracker.ts";
import type { TrackerData } from "../call-data.ts";
import type { CompanyTime } from "../company-time.ts";
import type { KeywordTracker } from "../schemas/list-trackers.ts";

export function presentTracker(tracker: Tracker, companyTime: CompanyTime): KeywordTracker {
  const { definition } = tracker;
  const { saidAt } = definition;
  return {
    trackerId: tracker.id,
    trackerName: tracker.name,
    workspaceId: tracker.workspaceId,
    languageKeywords: definition.languageKeywords,
    affiliation: definition.affiliation,
    partOfQuestion: definition.partOfQuestion,
    saidAt: saidAt.part,
    saidAtInterval: saidAt.part === "Anytime" ? null : saidAt.interval,
    saidAtUnit: saidAt.part === "Anytime" ? null : saidAt.unit,
    saidInTopics: definition.saidInTopics,
    filterQuery: definition.filterQuery,
    created: companyTime.format(tracker.createdMs),
    creatorUserId: tracker.creatorUserId ?? null,
    updated: companyTime.format(tracker.updatedMs),
    updaterUserId: tracker.updaterUserId ?? null,
  };
}

/**
 * What trackers found in a call, seconds from its start.
 * Gong: when and by whom is a flag of its own; without it the counts are there and the lists of occurrences are empty.
 */
export function presentCallTrackers(
  trackers: readonly CallTracker[],
  { hasOccurrences }: { readonly hasOccurrences: boolean },
): TrackerData[] {
  return trackers.map(({ id, name, phrases }) => {
    const shown = (occurrences: readonly TrackerOccurrence[]) =>
      hasOccurrences ? occurrences.map(presentOccurrence) : [];
    const all = phrases.flatMap(({ occurrences }) => occurrences).toSorted((a, b) => a.startMs - b.startMs);
    return {
      id,
      name,
      count: countHits(phrases),
      type: "KEYWORD",
      occurrences: shown(all),
      phrases: phrases.map(({ phrase, occurrences }) => ({
        count: occurrences.length,
        occurrences: shown(occurrences),
        phrase,
      })),
    };
  });
}

function presentOccurrence({ startMs, speakerId }: TrackerOccurrence): TrackerData["occurrences"][number] {
  return { startTime: Math.round(startMs) / 1000, speakerId };
}
