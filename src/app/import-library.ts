import {
  type ArchivedCall,
  type ArchivedSetting,
  importLibrary,
  type LibraryIntake,
} from "../archive/import-library.ts";
import { asId, type CallId } from "../calls/ids.ts";
import type { Config } from "../config/config.ts";
import { createAnalyzer } from "../engine/analysis/create-analyzer.ts";
import { importCalls } from "../engine/importing/import-calls.ts";
import { holdingsIntake } from "../engine/importing/import-holdings.ts";
import { importOutcomes, replaceOutcomes } from "../engine/importing/import-outcomes.ts";
import { importOwnCalls, type OwnCall } from "../engine/importing/import-own-calls.ts";
import { importUsers, importWorkspaces } from "../engine/importing/import-people.ts";
import { withKnownUsers } from "../engine/importing/import-trackers.ts";
import { importTranscripts } from "../engine/importing/import-transcripts.ts";
import { FsMediaReceiver } from "../engine/media/fs-media-receiver.ts";
import type { MediaReceiver } from "../engine/media/media-receiver.ts";
import { SqliteSettingsStore } from "../engine/store/sqlite-settings-store.ts";
import type { Host } from "../surfaces/cli/host/host.ts";
import { type Records, WORKSPACE_ID } from "./open-records.ts";
import { noteOperatorChange } from "./audit-trail.ts";
import { trackerSearch } from "./tracker-search.ts";

export function libraryImport(config: Config, open: () => Promise<Records>): Host["importLibrary"] {
  return async (order, watch) => {
    const records = await open();
    const intake = await libraryIntake(config, records);
    let hasChanged = false;
    const takeSetting: LibraryIntake["takeSetting"] = (setting) => {
      hasChanged = true;
      return intake.takeSetting(setting);
    };
    const imported = await importLibrary(
      order.folder,
      { ...intake, takeSetting },
      { mayLeaveOut: order.mayLeaveOut },
      watch,
    ).finally(() => {
      if (hasChanged) noteOperatorChange(records.auditLog, "import", {});
    });
    return {
      calls: { added: imported.addedCount, changed: imported.changedCount, present: imported.presentCount },
      transcripts: imported.transcriptCount,
      media: imported.mediaCount,
      users: imported.userCount,
      leftOut: imported.leftOut,
      skipped: imported.broken,
      ignored: imported.ignored,
      isComplete: imported.isComplete,
    };
  };
}

async function libraryIntake(config: Config, records: Records): Promise<LibraryIntake> {
  const receiver = new FsMediaReceiver({ maxBytes: config.media.maxBytes });
  const isNew = await hasNothing(records);
  const holdings = holdingsIntake({ ...records, clock: Date.now });
  const analysis = { analyze: createAnalyzer().analyze, makeTrackerSearch: trackerSearch() };
  return {
    takeSetting: (setting) => enterSetting(records, setting, isNew),
    takeHoldings: (part) => records.database.transact((transaction) => holdings.take(part, transaction)),
    takeCalls: async (calls) => {
      const own: OwnCall[] = [];
      for (const call of calls) if ("record" in call) own.push(await withRecording(records, receiver, call));
      const addedCount = await records.database.transact((transaction) =>
        importOwnCalls({ ...records, ...analysis }, own, transaction),
      );
      const sent = await takeSent(
        records,
        calls.flatMap((call) => ("sent" in call ? [call] : [])),
      );
      return { addedCount: addedCount + sent.addedCount, changedCount: sent.changedCount };
    },
  };
}

async function enterSetting(records: Records, setting: ArchivedSetting, isNew: boolean): Promise<void> {
  const { users, workspaces, trackers, userSettings, callOutcomes, builtInWorkspaceId } = setting;
  const settings = new SqliteSettingsStore(records.database);
  const userIds = new Set([...users.map(({ id }) => id), ...(await records.users.list()).map(({ id }) => id)]);
  await records.database.transact(async (transaction) => {
    const nowMs = Date.now();
    await importUsers(records, users, nowMs, transaction, userSettings);
    await importWorkspaces(records, workspaces, nowMs, transaction);
    for (const tracker of trackers) {
      if (await records.trackers.get(tracker.id)) continue;
      await records.trackers.add(withKnownUsers(tracker, userIds), transaction);
    }
    if (!isNew) await importOutcomes(records, callOutcomes, transaction);
    else if (callOutcomes.length > 0) await replaceOutcomes(records, callOutcomes, transaction);
    // What the other library adds without naming a workspace, and what this one will, belong together.
    if (isNew && builtInWorkspaceId) await settings.set(WORKSPACE_ID, builtInWorkspaceId, transaction);
  });
}

/** Nothing, and no server that might add something to the workspace it knows. */
async function hasNothing(records: Records): Promise<boolean> {
  if ((await records.queue.workers()).length > 0) return false;
  const { calls, users, workspaces, trackers, scorecards, library, permissionProfiles, workspaceId } = records;
  const lists = await Promise.all([
    users.list(),
    workspaces.list(),
    (await trackers.read()).trackers,
    scorecards.list(),
    library.folders(),
    permissionProfiles.list(workspaceId),
  ]);
  return (await calls.count()) === 0 && lists.every((list) => list.length === 0);
}

type OwnArchived = Extract<ArchivedCall, { record: unknown }>;

/** The recording is there before its call is, so that no call ever names one that is missing. */
async function withRecording(records: Records, receiver: MediaReceiver, own: OwnArchived): Promise<OwnCall> {
  const { record, recording } = own;
  const { id } = record.call;
  const isKept = (await records.media.size(id, "original")) !== undefined;
  if (recording !== undefined && !isKept) {
    await receiver.receive(recording(), await records.media.stagingPath(id, "original"));
    await records.media.commit(id, "original");
  }
  return { ...record, hasRecording: recording !== undefined || isKept };
}

/** Files are all there is: nobody is asked again for what is not in them. */
const neverAgain = () => null;

async function takeSent(
  records: Records,
  calls: readonly Extract<ArchivedCall, { sent: unknown }>[],
): Promise<{ addedCount: number; changedCount: number }> {
  const sent = calls.map((call) => call.sent);
  const transcripts = calls.flatMap(({ transcript }) => transcript ?? []);
  const spokenIds = transcripts.map(({ callId }) => asId<CallId>(callId));
  const taken = await records.database.transact((transaction) => importCalls(records, sent, neverAgain, transaction));
  // Transcripts are brought to calls that are there already.
  await records.database.transact((transaction) =>
    importTranscripts(records, spokenIds, transcripts, neverAgain, transaction),
  );
  return taken;
}
