import { createArchiveFolder } from "../archive/archive-folder.ts";
import { exportLibrary, type ExportParts } from "../archive/export-library.ts";
import type { OwnRecord } from "../archive/own-record.ts";
import { asId, type CallId } from "../calls/ids.ts";
import type { Engine } from "../engine/engine.ts";
import { fileExtension } from "../engine/media/file-extension.ts";
import type { Host } from "../surfaces/cli/host/host.ts";
import type { Records } from "./open-records.ts";
import { embeddedNames } from "./connections/tenants.ts";

/** Of what calls are exported. */
export type ExportSource = Pick<ExportParts, "api" | "trackers" | "recordOf" | "mediaOf">;

export interface ExportSources {
  readonly openOwn: () => Promise<ExportSource>;
  readonly openNamed: (name: string, signal: AbortSignal) => Promise<ExportSource>;
}

export function libraryExport({ openOwn, openNamed }: ExportSources): Host["exportLibrary"] {
  return async (order, watch) => {
    const { connection } = order;
    const isOwn = connection === undefined || embeddedNames.includes(connection.toLowerCase());
    await using folder = await createArchiveFolder(order.folder);
    try {
      const source = isOwn ? await openOwn() : await openNamed(connection, watch.signal);
      const exported = await exportLibrary({ ...source, folder, clock: Date.now }, order, watch);
      if (!exported) return undefined;
      const { callCount, transcriptCount, mediaCount } = exported;
      return { calls: callCount, transcripts: transcriptCount, media: mediaCount };
    } catch (error) {
      if (watch.signal.aborted) return undefined;
      throw error;
    }
  };
}

/** The library on this machine. */
export function ownLibrary(engine: Engine, records: Records): ExportSource {
  return {
    api: engine.api,
    trackers: async () => {
      const { trackers } = await records.trackers.read();
      return trackers.map((kept) => {
        const { revision: _, ...tracker } = kept;
        return tracker;
      });
    },
    recordOf: async (text) => {
      const callId = asId<CallId>(text);
      // What a tenant sent is in Gong's shapes to the letter; entered as a call of our own it would be analysed anew.
      if ((await records.imported.facts([callId])).has(callId)) return undefined;
      const known = await records.calls.get(callId);
      if (!known) return undefined;
      // Where a recording was fetched from may hold a key to it.
      const { downloadMediaUrl: _, ...call } = known;
      const transcript = await records.calls.getTranscript(callId);
      const outcome = (await records.callOutcomes.ofCalls([callId])).get(callId);
      return { version: 1, call, transcript, outcome } satisfies OwnRecord;
    },
    mediaOf: async ({ metaData: { id } }) => {
      const file = await engine.media.describe(id);
      return file && { extension: fileExtension(file.contentType), bytes: await engine.media.read(id) };
    },
  };
}
