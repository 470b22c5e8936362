import { asId } from "../../calls/ids.ts";
import {
  type SaidAt,
  saidAtUnits,
  type Tracker,
  trackerAffiliations,
  type TrackerDefinition,
} from "../../calls/tracker.ts";
import type { KeywordTracker } from "../schemas/list-trackers.ts";

/** A tracker as another server of Gong's API lists it. What it leaves out says nothing against a call. */
export function trackerOfTenant(sent: KeywordTracker, nowMs: number): Tracker {
  return {
    id: asId(sent.trackerId),
    workspaceId: asId(sent.workspaceId),
    name: sent.trackerName,
    definition: definitionOf(sent),
    createdMs: timeOf(sent.created, nowMs),
    creatorUserId: sent.creatorUserId ? asId(sent.creatorUserId) : undefined,
    updatedMs: timeOf(sent.updated, timeOf(sent.created, nowMs)),
    updaterUserId: sent.updaterUserId ? asId(sent.updaterUserId) : undefined,
  };
}

function definitionOf(sent: Partial<KeywordTracker>): TrackerDefinition {
  return {
    languageKeywords: (sent.languageKeywords ?? []).map(({ language, keywords, includeRelatedForms }) => ({
      language,
      keywords,
      includeRelatedForms,
    })),
    affiliation: trackerAffiliations.find((affiliation) => affiliation === sent.affiliation) ?? "Anyone",
    partOfQuestion: sent.partOfQuestion ?? false,
    saidAt: saidAtOf(sent),
    saidInTopics: sent.saidInTopics ?? [],
    filterQuery: sent.filterQuery ?? "{}",
  };
}

function saidAtOf({ saidAt, saidAtInterval, saidAtUnit }: Partial<KeywordTracker>): SaidAt {
  const unit = saidAtUnits.find((each) => each === saidAtUnit?.toLowerCase());
  const isPart = saidAt === "First" || saidAt === "Last";
  if (!isPart || saidAtInterval == null || unit === undefined) return { part: "Anytime" };
  return { part: saidAt, interval: saidAtInterval, unit };
}

function timeOf(text: string | null | undefined, otherwiseMs: number): number {
  const timeMs = Date.parse(text ?? "");
  return Number.isNaN(timeMs) ? otherwiseMs : timeMs;
}
