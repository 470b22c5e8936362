import { createArchiveFolder, openArchiveFolder } from "../archive/archive-folder.ts";
import { exportLibrary, type ExportParts } from "../archive/export-library.ts";
import { completeMedia } from "../archive/export-media.ts";
import type { ExportedLibrary, ExportWatch } from "../archive/exported-library.ts";
import type { OwnRecord } from "../archive/own-record.ts";
import { readAboutOf } from "../archive/read-about.ts";
import { NotFoundError } from "../calls/errors.ts";
import { asId, type CallId } from "../calls/ids.ts";
import type { Engine } from "../engine/engine.ts";
import { fileExtension } from "../engine/media/file-extension.ts";
import type { LibraryExport } from "../surfaces/cli/host/files.ts";
import type { Host } from "../surfaces/cli/host/host.ts";
import type { Records } from "./open-records.ts";
import { embeddedNames } from "./connections/tenants.ts";
import { libraryHoldings } from "./library-holdings.ts";

/** Of what calls are exported. */
export type ExportSource = Pick<ExportParts, "api" | "own" | "mediaOf">;

export interface ExportSources {
  readonly openOwn: () => Promise<ExportSource>;
  readonly openNamed: (name: string, signal: AbortSignal) => Promise<ExportSource>;
}

export function libraryExport({ openOwn, openNamed }: ExportSources): Host["exportLibrary"] {
  return async (order, watch) => {
    const { connection } = order;
    const isOwn = connection === undefined || embeddedNames.includes(connection.toLowerCase());
    const open = () => (isOwn ? openOwn() : openNamed(connection, watch.signal));
    try {
      const exported = await writeArchive(order, open, watch);
      if (!exported) return undefined;
      const { callCount, transcriptCount, mediaCount, missingMedia } = exported;
      return { calls: callCount, transcripts: transcriptCount, media: mediaCount, missing: missingMedia };
    } catch (error) {
      if (watch.signal.aborted) return undefined;
      throw error;
    }
  };
}

/** All of it, or the recordings that an earlier export into this folder could not have. */
async function writeArchive(
  order: LibraryExport,
  open: () => Promise<ExportSource>,
  watch: ExportWatch,
): Promise<ExportedLibrary | undefined> {
  const before = order.includeMedia ? await readAboutOf(order.folder) : undefined;
  if (before?.missingMedia !== undefined) {
    return completeMedia({ ...(await open()), folder: openArchiveFolder(order.folder) }, before, watch);
  }
  await using folder = await createArchiveFolder(order.folder);
  return await exportLibrary({ ...(await open()), folder, clock: Date.now }, order, watch);
}

/** The library on this machine. */
export function ownLibrary(engine: Engine, records: Records): ExportSource {
  return {
    api: engine.api,
    own: {
      builtInWorkspaceId: records.workspaceId,
      trackers: async () => {
        const { trackers } = await records.trackers.read();
        return trackers.map((kept) => {
          const { revision: _, ...tracker } = kept;
          return tracker;
        });
      },
      recordOf: (callId) => ownRecord(records, asId<CallId>(callId)),
      holdings: (callIds) => libraryHoldings(records, callIds),
    },
    mediaOf: async ({ metaData: { id } }) => {
      const file = await engine.media.describe(id);
      if (file) return { extension: fileExtension(file.contentType), bytes: await engine.media.read(id) };
      const call = await records.calls.get(asId<CallId>(id));
      if (call?.media) throw new NotFoundError(`The recording of call ${id} is not in the data folder any more.`);
      return undefined;
    },
  };
}

async function ownRecord(records: Records, callId: CallId): Promise<OwnRecord | undefined> {
  // What a tenant sent is in Gong's shapes to the letter; entered as a call of our own it would be analysed anew.
  if ((await records.imported.facts([callId])).has(callId)) return undefined;
  const known = await records.calls.get(callId);
  if (!known) return undefined;
  // Where a recording was fetched from may hold a key to it.
  const { downloadMediaUrl: _, ...call } = known;
  const transcript = await records.calls.getTranscript(callId);
  const outcome = (await records.callOutcomes.ofCalls([callId])).get(callId);
  // A call that is processed once more is known by what the first time has found out.
  const processing = { status: "Completed", warnings: call.processing.warnings } as const;
  return { version: 1, call: { ...call, processing }, transcript, outcome };
}
