import type { HoldingName, HoldingsPart } from "../calls/holdings.ts";
import type { Tracker } from "../calls/tracker.ts";
import { everyBlock } from "../gong-api/every-block.ts";
import type { ContentSelector } from "../gong-api/schemas/list-calls-extensive.ts";
import { describeArchive } from "./archive-about.ts";
import { archiveLayout, type TranscriptFormat } from "./archive-layout.ts";
import type { ArchiveFolder } from "./archive-folder.ts";
import { json, writeCall } from "./export-call.ts";
import { type MediaParts, writeMedia } from "./export-media.ts";
import type { ExportedLibrary, ExportWatch, MissingMedia } from "./exported-library.ts";
import { callsTable } from "./formats/calls-table.ts";
import { holdingsFile } from "./own-holdings.ts";
import { type ExportedApi, readCallPages, readTranscripts, readUsers } from "./read-library.ts";

/** What Gong's shapes have no place for, as a library of ours keeps it. */
export interface OwnRecords {
  readonly builtInWorkspaceId: string;
  readonly trackers: () => Promise<readonly Tracker[]>;
  readonly recordOf: (callId: string) => Promise<object | undefined>;
  /** What there is beside calls; about calls, only about these. */
  readonly holdings: (callIds: ReadonlySet<string>) => AsyncIterable<HoldingsPart>;
}

export interface ExportParts extends MediaParts {
  readonly api: ExportedApi;
  readonly folder: ArchiveFolder;
  readonly clock: () => number;
  /** Absent on connections that show no such thing. */
  readonly own?: OwnRecords | undefined;
}

export interface ExportOrder {
  /** ISO 8601; of the start of the calls, `[from, to)`. */
  readonly fromDateTime?: string | undefined;
  readonly toDateTime?: string | undefined;
  /** Beside JSON. */
  readonly formats: readonly TranscriptFormat[];
  readonly includeMedia: boolean;
}

/**
 * Writes every call of the period with its transcript, and who the users are. The folder gets its name when all of it is there, maybe without some
 * recordings: which, its `library.json` says.
 * @returns `undefined` when the signal aborts first
 */
export async function exportLibrary(
  parts: ExportParts,
  order: ExportOrder,
  watch: ExportWatch,
): Promise<ExportedLibrary | undefined> {
  const { api, folder, own } = parts;
  await folder.write(archiveLayout.users, json({ users: await readUsers(api) }));
  await folder.write(archiveLayout.workspaces, json(await api.listWorkspaces({})));
  const trackers = (await own?.trackers()) ?? [];
  if (trackers.length > 0) await folder.write(archiveLayout.trackers, json({ trackers }));
  const written = await writeCalls(parts, order, watch);
  if (!written) return undefined;
  const { callIds, ...exported } = written;
  if (own && !(await writeHoldings(folder, own.holdings(callIds), watch.signal))) return undefined;
  const { missingMedia, ...counts } = exported;
  const about = describeArchive({
    exported: new Date(parts.clock()).toISOString(),
    ...counts,
    builtInWorkspaceId: own?.builtInWorkspaceId,
    missingMedia: missingMedia.length === 0 ? undefined : missingMedia.map(({ callId }) => callId),
  });
  await folder.write(archiveLayout.about, json(about));
  await folder.finish();
  return exported;
}

async function writeCalls(
  parts: ExportParts,
  { fromDateTime, toDateTime, formats, includeMedia }: ExportOrder,
  { signal, onProgress }: ExportWatch,
): Promise<(ExportedLibrary & { readonly callIds: ReadonlySet<string> }) | undefined> {
  const { api, folder, own } = parts;
  const callIds = new Set<string>();
  const missingMedia: MissingMedia[] = [];
  let [transcriptCount, mediaCount] = [0, 0];
  const everything: ContentSelector = {
    context: "Extended",
    contextTiming: ["Now", "TimeOfCall"],
    exposedFields: { ...everyBlock, media: includeMedia },
  };
  await folder.append(archiveLayout.callsTable, callsTable.header());
  for await (const page of readCallPages(api, { fromDateTime, toDateTime }, everything)) {
    const ids = page.items.map(({ metaData }) => metaData.id);
    const transcripts = await readTranscripts(api, ids);
    for (const call of page.items) {
      if (signal.aborted) return undefined;
      const { id } = call.metaData;
      const transcript = transcripts.get(id);
      await writeCall(folder, { call, transcript, record: await own?.recordOf(id) }, formats);
      callIds.add(id);
      transcriptCount += Number(transcript !== undefined);
      const media = includeMedia ? await writeMedia(parts, call, signal) : "none";
      if (typeof media === "object") missingMedia.push(media);
      mediaCount += Number(media === "written");
      onProgress(callIds.size, page.totalRecords);
    }
  }
  return { callCount: callIds.size, transcriptCount, mediaCount, missingMedia, callIds };
}

/** @returns whether it went to its end */
async function writeHoldings(
  folder: ArchiveFolder,
  holdings: AsyncIterable<HoldingsPart>,
  signal: AbortSignal,
): Promise<boolean> {
  const counts = new Map<HoldingName, number>();
  for await (const part of holdings) {
    if (signal.aborted) return false;
    const number = (counts.get(part.name) ?? 0) + 1;
    counts.set(part.name, number);
    await folder.write(archiveLayout.holdings(part.name, number), json(holdingsFile(part)));
  }
  return true;
}
