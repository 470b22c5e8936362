import type { Tracker } from "../calls/tracker.ts";
import { everyBlock } from "../gong-api/every-block.ts";
import type { CallTranscript } from "../gong-api/schemas/get-call-transcripts.ts";
import type { ContentSelector, DetailedCall } from "../gong-api/schemas/list-calls-extensive.ts";
import { type ArchiveAbout, archiveLayout, type TranscriptFormat } from "./archive-layout.ts";
import type { ArchiveFolder } from "./archive-folder.ts";
import { callsTable } from "./formats/calls-table.ts";
import { subRip } from "./formats/sub-rip.ts";
import { transcriptTable } from "./formats/transcript-table.ts";
import { webVtt } from "./formats/web-vtt.ts";
import { type ExportedApi, readCallPages, readTranscripts, readUsers } from "./read-library.ts";
import { type SpokenLine, spokenLines } from "./spoken-line.ts";

export interface CallMediaFile {
  /** Of the file's name, such as `mp3`. */
  readonly extension: string;
  readonly bytes: AsyncIterable<Uint8Array>;
}

export interface ExportParts {
  readonly api: ExportedApi;
  readonly folder: ArchiveFolder;
  readonly clock: () => number;
  /** Those two: what Gong's shapes have no place for, as the library keeps it; nothing on connections that keep no such thing. */
  readonly trackers: () => Promise<readonly Tracker[]>;
  readonly recordOf: (callId: string) => Promise<object | undefined>;
  readonly mediaOf: (call: DetailedCall) => Promise<CallMediaFile | undefined>;
}

export interface ExportOrder {
  /** ISO 8601; of the start of the calls, `[from, to)`. */
  readonly fromDateTime?: string | undefined;
  readonly toDateTime?: string | undefined;
  /** Beside JSON. */
  readonly formats: readonly TranscriptFormat[];
  readonly includeMedia: boolean;
}

export interface ExportWatch {
  readonly signal: AbortSignal;
  readonly onProgress: (doneCount: number, totalCount: number) => void;
}

export interface ExportedLibrary {
  readonly callCount: number;
  readonly transcriptCount: number;
  readonly mediaCount: number;
}

const textOf: Record<Exclude<TranscriptFormat, "json">, (lines: readonly SpokenLine[]) => string> = {
  vtt: webVtt,
  srt: subRip,
  csv: transcriptTable,
};

/**
 * Writes every call of the period with its transcript, and who the users are. The folder gets its name when all of it is there.
 * @returns `undefined` when the signal aborts first
 */
export async function exportLibrary(
  parts: ExportParts,
  order: ExportOrder,
  watch: ExportWatch,
): Promise<ExportedLibrary | undefined> {
  const { api, folder } = parts;
  const counts = { callCount: 0, transcriptCount: 0, mediaCount: 0 };
  await folder.write(archiveLayout.users, json({ users: await readUsers(api) }));
  await folder.write(archiveLayout.workspaces, json(await api.listWorkspaces({})));
  const trackers = await parts.trackers();
  if (trackers.length > 0) await folder.write(archiveLayout.trackers, json({ trackers }));
  await folder.append(archiveLayout.callsTable, callsTable.header());
  const { fromDateTime, toDateTime } = order;
  const everything: ContentSelector = {
    context: "Extended",
    contextTiming: ["Now", "TimeOfCall"],
    exposedFields: { ...everyBlock, media: order.includeMedia },
  };
  for await (const page of readCallPages(api, { fromDateTime, toDateTime }, everything)) {
    const transcripts = await readTranscripts(
      api,
      page.items.map(({ metaData }) => metaData.id),
    );
    for (const call of page.items) {
      if (watch.signal.aborted) return undefined;
      const written = await writeCall(parts, order, call, transcripts.get(call.metaData.id));
      counts.callCount += 1;
      counts.transcriptCount += Number(written.hasTranscript);
      counts.mediaCount += Number(written.hasMedia);
      watch.onProgress(counts.callCount, page.totalRecords);
    }
  }
  const about: ArchiveAbout = {
    format: "tamtam-library",
    version: 1,
    exported: new Date(parts.clock()).toISOString(),
    ...counts,
  };
  await folder.write(archiveLayout.about, json(about));
  await folder.finish();
  return counts;
}

async function writeCall(
  { folder, recordOf, mediaOf }: ExportParts,
  order: ExportOrder,
  call: DetailedCall,
  transcript: CallTranscript | undefined,
): Promise<{ hasTranscript: boolean; hasMedia: boolean }> {
  const callId = call.metaData.id;
  // Links are over in a few hours; the file itself is beside.
  const { media: _links, ...lasting } = call;
  await folder.write(archiveLayout.call(callId), json(lasting));
  await folder.append(archiveLayout.callsTable, callsTable.line(call));
  if (transcript) await writeTranscript(folder, order.formats, call, transcript);
  const record = await recordOf(callId);
  if (record) await folder.write(archiveLayout.record(callId), json(record));
  const media = order.includeMedia ? await mediaOf(call) : undefined;
  if (media) await folder.writeBytes(archiveLayout.media(callId, media.extension), media.bytes);
  return { hasTranscript: transcript !== undefined, hasMedia: media !== undefined };
}

async function writeTranscript(
  folder: ArchiveFolder,
  formats: readonly TranscriptFormat[],
  call: DetailedCall,
  transcript: CallTranscript,
): Promise<void> {
  const { id } = call.metaData;
  await folder.write(archiveLayout.transcript(id, "json"), json(transcript));
  const lines = spokenLines(call, transcript);
  for (const format of new Set(formats)) {
    if (format !== "json") await folder.write(archiveLayout.transcript(id, format), textOf[format](lines));
  }
}

function json(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
