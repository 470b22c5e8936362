import type { CallTranscript } from "../gong-api/schemas/get-call-transcripts.ts";
import type { DetailedCall } from "../gong-api/schemas/list-calls-extensive.ts";
import { archiveLayout, type TranscriptFormat } from "./archive-layout.ts";
import type { ArchiveFolder } from "./archive-folder.ts";
import { callsTable } from "./formats/calls-table.ts";
import { subRip } from "./formats/sub-rip.ts";
import { transcriptTable } from "./formats/transcript-table.ts";
import { webVtt } from "./formats/web-vtt.ts";
import { type SpokenLine, spokenLines } from "./spoken-line.ts";

const textOf: Record<Exclude<TranscriptFormat, "json">, (lines: readonly SpokenLine[]) => string> = {
  vtt: webVtt,
  srt: subRip,
  csv: transcriptTable,
};

export interface WrittenCall {
  readonly call: DetailedCall;
  readonly transcript: CallTranscript | undefined;
  /** As a library of ours keeps it. */
  readonly record: object | undefined;
}

/** Writes everything of a call but its recording. */
export async function writeCall(
  folder: Pick<ArchiveFolder, "write" | "append">,
  { call, transcript, record }: WrittenCall,
  formats: readonly TranscriptFormat[],
): Promise<void> {
  const { id } = call.metaData;
  // Links are over in a few hours; the file itself is beside.
  const { media: _links, ...lasting } = call;
  await folder.write(archiveLayout.call(id), json(lasting));
  await folder.append(archiveLayout.callsTable, callsTable.line(call));
  if (record) await folder.write(archiveLayout.record(id), json(record));
  if (!transcript) return;
  await folder.write(archiveLayout.transcript(id, "json"), json(transcript));
  const lines = spokenLines(call, transcript);
  for (const format of new Set(formats)) {
    if (format !== "json") await folder.write(archiveLayout.transcript(id, format), textOf[format](lines));
  }
}

/** As every file of a folder has it. */
export function json(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
