import { setImmediate as nextTick } from "node:timers/promises";
import { callDurationMs } from "../../calls/call.ts";
import { ConflictError } from "../../calls/errors.ts";
import type { WorkspaceId } from "../../calls/ids.ts";
import type { Crm } from "../crm/crm.ts";
import type { Database } from "../database/transaction.ts";
import type { Analyze } from "../jobs/analyze.ts";
import { searchForTrackers, type TrackerParts, type TrackerSearch } from "../jobs/look-for-trackers.ts";
import type { CallSearch } from "../search/call-search.ts";
import type { CallOutcomeStore } from "../store/call-outcome-store.ts";
import type { AnsweredScorecardStore } from "../store/answered-scorecard-store.ts";
import type { CallStore, UserDirectory } from "../store/call-store.ts";
import type { ScorecardStore } from "../store/scorecard-store.ts";
import { type ReviewPlace, reviewCall } from "./answered-scorecards.ts";
import type { LibraryStore } from "../store/library-store.ts";
import { makeCompany } from "./company.ts";
import { seedCrm } from "./seed-crm.ts";
import { seedLibrary } from "./seed-library.ts";
import { seedOutcome } from "./seed-outcome.ts";
import { makeScorecards } from "./scorecards.ts";
import { planCalls, type PlannedCall, SEEDED_PREFIX } from "./seeded-calls.ts";
import { makeTrackers } from "./trackers.ts";

export interface SeedParts extends TrackerParts {
  readonly database: Database;
  readonly calls: CallStore;
  readonly users: UserDirectory;
  readonly callOutcomes: CallOutcomeStore;
  readonly library: LibraryStore;
  readonly crm: Crm;
  readonly search: CallSearch;
  readonly scorecards: ScorecardStore;
  readonly answeredScorecards: AnsweredScorecardStore;
  readonly analyze: Analyze;
  readonly workspaceId: WorkspaceId;
}

export interface SeedOptions {
  readonly seed: string;
  readonly callCount: number;
  /** All calls are of the year before this midnight (UTC). */
  readonly untilMs: number;
  /** Whether a library with calls of another origin may be added to. */
  readonly mayAddToOthers: boolean;
  readonly signal: AbortSignal;
  readonly onProgress: (doneCount: number) => void;
}

export interface WrittenSeed {
  readonly company: { readonly name: string; readonly domain: string };
  readonly userCount: number;
  readonly accountCount: number;
  /** Calls that this run added, and calls that were there from an earlier one. */
  readonly addedCount: number;
  readonly presentCount: number;
  /** Whether it went to its end; what is left, the next run of the same seed adds. */
  readonly isComplete: boolean;
}

/** Written together; a batch takes a fraction of a second, and others who write wait no longer than that. */
const BATCH = 25;

/**
 * Fills a library with a made-up company and its calls, analysed and indexed like others, without media. Doing it again adds nothing.
 * @throws ConflictError when there are calls that no seed made, unless that is allowed
 */
export async function writeSeed(parts: SeedParts, options: SeedOptions): Promise<WrittenSeed> {
  if (!options.mayAddToOthers) await refuseOthers(parts.calls);
  const company = makeCompany(options.seed);
  await parts.database.transact(async (transaction) => {
    for (const { user } of company.employees) await parts.users.add(user, transaction);
  });
  const scene = await setScene(parts, company, options.untilMs);
  const plan = { ...options, company, workspaceId: parts.workspaceId };
  // Some lists show calls in the order in which they came: as in life, that is the order of their time.
  const planned = [...planCalls(plan)].sort((a, b) => a.startMs - b.startMs);
  const accountCount = new Set(planned.map(({ accountName }) => accountName)).size;
  let [addedCount, doneCount] = [0, 0];
  for (
    let batch = planned.splice(0, BATCH);
    batch.length > 0 && !options.signal.aborted;
    batch = planned.splice(0, BATCH)
  ) {
    addedCount += await writeBatch(parts, batch, scene);
    doneCount += batch.length;
    options.onProgress(doneCount);
    // All of this is work without waiting; here the rest of the process, Ctrl-C among it, has its turn.
    await nextTick();
  }
  if (doneCount === options.callCount) await seedLibrary(parts, plan);
  const { name, domain, employees } = company;
  return {
    company: { name, domain },
    userCount: employees.length,
    accountCount,
    addedCount,
    presentCount: doneCount - addedCount,
    isComplete: doneCount === options.callCount,
  };
}

/** What calls are looked at with. */
interface Scene extends ReviewPlace {
  readonly trackerSearch: TrackerSearch;
}

/** Enters the trackers and scorecards that are not there yet; those that were changed since an earlier seed stay as they are. */
async function setScene(parts: SeedParts, company: ReviewPlace["company"], untilMs: number): Promise<Scene> {
  const scorecards = makeScorecards(parts.workspaceId);
  await parts.database.transact(async (transaction) => {
    for (const tracker of makeTrackers(parts.workspaceId)) {
      if ((await parts.trackers.get(tracker.id)) === undefined) await parts.trackers.add(tracker, transaction);
    }
    for (const { kinds: _ours, ...scorecard } of scorecards) {
      if ((await parts.scorecards.get(scorecard.id)) === undefined) await parts.scorecards.add(scorecard, transaction);
    }
  });
  const trackerSearch = searchForTrackers(await parts.trackers.read(), parts.makeTrackerSearch);
  return { company, scorecards, untilMs, trackerSearch };
}

async function refuseOthers(calls: CallStore): Promise<void> {
  const otherCount = (await calls.count()) - (await calls.count(SEEDED_PREFIX));
  if (otherCount === 0) return;
  const they = otherCount === 1 ? "is 1 call" : `are ${otherCount} calls`;
  throw new ConflictError(
    `There ${they} in this library that no seed made, and made-up calls among real ones are hard to tell apart. ` +
      "Use a data folder of its own (TAMTAM_DATA_DIR), or say --add to add them here.",
  );
}

/** @returns how many of them were not there yet */
async function writeBatch(parts: SeedParts, batch: readonly PlannedCall[], scene: Scene): Promise<number> {
  const known = await Promise.all(batch.map(({ clientUniqueId }) => parts.calls.getByClientUniqueId(clientUniqueId)));
  const made = batch
    .filter((_, index) => known[index] === undefined)
    .map((planned) => {
      const { call, transcript } = planned.make();
      const partyNames = call.parties.flatMap((party) => party.name ?? []);
      const analysis = parts.analyze(transcript, { durationMs: callDurationMs(call) ?? 0, partyNames });
      const found = scene.trackerSearch.look({ call, transcript, analysis });
      return { call, transcript, analysis, found, review: reviewCall(call, planned.kind, scene) };
    });
  return parts.database.transact(async (transaction) => {
    let addedCount = 0;
    for (const { call, transcript, analysis, found, review } of made) {
      if ((await parts.calls.add(call, transaction)).isDuplicate) continue;
      await parts.calls.setTranscript(call.id, transcript, transaction);
      await parts.calls.setAnalysis(call.id, analysis, transaction);
      await parts.trackerHits.put(call.id, found, transaction);
      if (review) await parts.answeredScorecards.add(review, transaction);
      await parts.search.put(call, transcript, analysis, transaction);
      await seedOutcome(parts.callOutcomes, call, transaction);
      await seedCrm(parts.crm, call, transaction);
      addedCount += 1;
    }
    return addedCount;
  });
}
