import { type InputProblem, InvalidInputError, NotFoundError } from "../../../calls/errors.ts";
import { asId, type IdSource, type TrackerId } from "../../../calls/ids.ts";
import type { SaidAt, Tracker, TrackerDefinition } from "../../../calls/tracker.ts";
import type { CompanyTime } from "../../../gong-api/company-time.ts";
import { presentTracker } from "../../../gong-api/present/present-tracker.ts";
import type { GivenTrackerFields, OwnTracker } from "../../../gong-api/tamtam/tracker-fields.ts";
import type { Database } from "../../database/transaction.ts";
import type { UserDirectory } from "../../store/call-store.ts";
import type { TrackerHitStore } from "../../store/tracker-hit-store.ts";
import type { KeptTracker, TrackerStore } from "../../store/tracker-store.ts";
import type { WorkspaceParts } from "./known-workspaces.ts";

/** What the operations that write trackers need. */
export interface TrackerWriteParts extends WorkspaceParts {
  readonly database: Database;
  readonly trackers: TrackerStore;
  readonly trackerHits: Pick<TrackerHitStore, "countUntracked">;
  readonly users: UserDirectory;
  readonly makeId: IdSource;
  readonly companyTime: CompanyTime;
  readonly clock: () => number;
}

/** Of a tracker of whose definition nothing was said. */
const plainDefinition: TrackerDefinition = {
  languageKeywords: [],
  affiliation: "Anyone",
  partOfQuestion: false,
  saidAt: { part: "Anytime" },
  saidInTopics: [],
  filterQuery: "{}",
};

/** @throws NotFoundError */
export async function requireTracker({ trackers }: Pick<TrackerWriteParts, "trackers">, id: string): Promise<Tracker> {
  const tracker = await trackers.get(asId<TrackerId>(id));
  if (!tracker) throw new NotFoundError(`There is no tracker ${id}; GET /v2/settings/trackers lists them.`);
  return tracker;
}

/** A definition with what a request says of it. @throws InvalidInputError where it does not say which part of a call counts */
export function readDefinition(given: GivenTrackerFields, before = plainDefinition): TrackerDefinition {
  return {
    languageKeywords: given.languageKeywords ?? before.languageKeywords,
    affiliation: given.affiliation ?? before.affiliation,
    partOfQuestion: given.partOfQuestion ?? before.partOfQuestion,
    saidAt: readSaidAt(given, before.saidAt),
    saidInTopics: given.saidInTopics ?? before.saidInTopics,
    filterQuery: given.filterQuery ?? before.filterQuery,
  };
}

function readSaidAt({ saidAt, saidAtInterval, saidAtUnit }: GivenTrackerFields, before: SaidAt): SaidAt {
  const part = saidAt ?? before.part;
  if (part === "Anytime") {
    refuse([
      saidAtInterval !== undefined && { parameter: "saidAtInterval", message: "goes with saidAt First or Last only" },
      saidAtUnit !== undefined && { parameter: "saidAtUnit", message: "goes with saidAt First or Last only" },
    ]);
    return { part };
  }
  const known = before.part === "Anytime" ? undefined : before;
  const interval = saidAtInterval ?? known?.interval;
  const unit = saidAtUnit ?? known?.unit;
  refuse([
    interval === undefined && { parameter: "saidAtInterval", message: `must be given with saidAt ${part}` },
    unit === undefined && { parameter: "saidAtUnit", message: `must be given with saidAt ${part}: minutes or percent` },
    unit === "percent" &&
      (interval ?? 0) > 100 && { parameter: "saidAtInterval", message: `must be 100 percent at most; got ${interval}` },
  ]);
  return { part, interval: interval ?? 0, unit: unit ?? "minutes" };
}

function refuse(problems: readonly (InputProblem | false)[]): void {
  const found = problems.filter((problem) => problem !== false);
  if (found.length > 0) throw new InvalidInputError(found);
}

/** The tracker as it was written last, with how far it has been looked for in older calls. */
export async function presentWritten(parts: TrackerWriteParts, id: TrackerId): Promise<{ tracker: OwnTracker }> {
  const { trackers } = await parts.trackers.read();
  const tracker = trackers.find((each) => each.id === id);
  if (!tracker) throw new NotFoundError(`The tracker ${id} was deleted meanwhile.`);
  return { tracker: await presentOwnTracker(parts, tracker) };
}

export async function presentOwnTracker(
  { trackerHits, companyTime }: Pick<TrackerWriteParts, "trackerHits" | "companyTime">,
  tracker: KeptTracker,
): Promise<OwnTracker> {
  const callsToDo = await trackerHits.countUntracked(tracker.workspaceId, tracker.revision);
  return { ...presentTracker(tracker, companyTime), history: { isComplete: callsToDo === 0, callsToDo } };
}
