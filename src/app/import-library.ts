import { type ArchivedCall, importLibrary, type LibraryIntake } from "../archive/import-library.ts";
import { asId, type CallId } from "../calls/ids.ts";
import type { Config } from "../config/config.ts";
import { createAnalyzer } from "../engine/analysis/create-analyzer.ts";
import { importCalls } from "../engine/importing/import-calls.ts";
import { importOwnCalls, type OwnCall } from "../engine/importing/import-own-calls.ts";
import { importUsers, importWorkspaces } from "../engine/importing/import-people.ts";
import { importTranscripts } from "../engine/importing/import-transcripts.ts";
import { FsMediaReceiver } from "../engine/media/fs-media-receiver.ts";
import type { MediaReceiver } from "../engine/media/media-receiver.ts";
import type { Host } from "../surfaces/cli/host/host.ts";
import type { Records } from "./open-records.ts";
import { noteOperatorChange } from "./audit-trail.ts";
import { trackerSearch } from "./tracker-search.ts";

export function libraryImport(config: Config, open: () => Promise<Records>): Host["importLibrary"] {
  return async (order, watch) => {
    const records = await open();
    const intake = libraryIntake(config, records);
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
      skipped: imported.broken,
      ignored: imported.ignored,
      isComplete: imported.isComplete,
    };
  };
}

function libraryIntake(config: Config, records: Records): LibraryIntake {
  const receiver = new FsMediaReceiver({ maxBytes: config.media.maxBytes });
  const analysis = { analyze: createAnalyzer().analyze, makeTrackerSearch: trackerSearch() };
  return {
    takeSetting: ({ users, workspaces, trackers }) =>
      records.database.transact(async (transaction) => {
        await importUsers(records, users, Date.now(), transaction);
        await importWorkspaces(records, workspaces, Date.now(), transaction);
        for (const tracker of trackers) {
          if ((await records.trackers.get(tracker.id)) === undefined) await records.trackers.add(tracker, transaction);
        }
      }),
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
