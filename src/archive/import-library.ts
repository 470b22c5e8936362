import { createReadStream } from "node:fs";
import { InvalidInputError } from "../calls/errors.ts";
import type { HoldingName, Holdings, HoldingsPart } from "../calls/holdings.ts";
import type { TenantCall } from "../gong-api/tenant-call.ts";
import type { OwnRecord } from "./own-record.ts";
import { recentFiles } from "./recent-files.ts";
import type { ArchivedTranscript } from "./recognise-file.ts";
import { type ArchiveContents, type BrokenFile, readArchiveFile, scanArchive } from "./scan-archive.ts";

/** Either as a library of ours kept it, or as Gong's API sends it. */
export type ArchivedCall =
  | { readonly record: OwnRecord; readonly recording: (() => AsyncIterable<Uint8Array>) | undefined }
  | { readonly sent: TenantCall; readonly transcript: ArchivedTranscript | undefined };

export interface TakenCalls {
  readonly addedCount: number;
  readonly changedCount: number;
}

/** What calls belong to, and what is looked for in them. */
export interface ArchivedSetting
  extends Pick<ArchiveContents, "users" | "workspaces" | "trackers">, Pick<Holdings, "userSettings" | "callOutcomes"> {
  readonly builtInWorkspaceId: string | undefined;
}

/** The library that calls are brought into. */
export interface LibraryIntake {
  /**
   * What is there is left as it is, but users and workspaces are brought up to date. A library with nothing in it gets the outcomes and the
   * built-in workspace of the other one.
   */
  takeSetting(setting: ArchivedSetting): Promise<void>;
  /** A call that is there as it comes is left as it is. */
  takeCalls(calls: readonly ArchivedCall[]): Promise<TakenCalls>;
  /** What there is beside calls, once they are there. @returns what has no place in the library, in words */
  takeHoldings(part: HoldingsPart): Promise<readonly string[]>;
}

export interface ImportWatch {
  readonly signal: AbortSignal;
  readonly onProgress: (doneCount: number, totalCount: number) => void;
}

export interface ImportedLibrary extends TakenCalls {
  /** Calls that were there already as they are in the files. */
  readonly presentCount: number;
  readonly transcriptCount: number;
  readonly mediaCount: number;
  readonly userCount: number;
  /** What has no place in the library, in words. */
  readonly leftOut: readonly string[];
  readonly broken: readonly BrokenFile[];
  /** Files with nothing that is known here. */
  readonly ignored: readonly string[];
  /** Whether it went to its end; the same again does the rest. */
  readonly isComplete: boolean;
}

/** Taken in together; a batch takes a fraction of a second, and others who write wait no longer than that. */
const BATCH = 25;

/**
 * Brings the calls of a folder of files into a library: an export of ours, or answers of Gong's API as somebody kept them.
 * @throws InvalidInputError for a folder without calls, and for broken files unless they may be left out; nothing is taken in then
 */
export async function importLibrary(
  folder: string,
  intake: LibraryIntake,
  options: { readonly mayLeaveOut: boolean },
  watch: ImportWatch,
): Promise<ImportedLibrary> {
  const contents = await scanArchive(folder, watch.signal);
  if (!watch.signal.aborted) refuseUseless(folder, contents, options);
  const counts = { addedCount: 0, changedCount: 0, transcriptCount: 0, mediaCount: 0 };
  const ids = [...new Set([...contents.records.keys(), ...contents.calls.keys()])];
  const readHeld = holdingsReader(contents);
  if (!watch.signal.aborted) await intake.takeSetting(await readSetting(contents, readHeld));
  const readCall = callReader(contents);
  let doneCount = 0;
  while (doneCount < ids.length && !watch.signal.aborted) {
    const batch = ids.slice(doneCount, doneCount + BATCH);
    const calls = await Promise.all(batch.map(readCall));
    const taken = await intake.takeCalls(calls);
    counts.addedCount += taken.addedCount;
    counts.changedCount += taken.changedCount;
    counts.transcriptCount += calls.filter(hasTranscript).length;
    counts.mediaCount += calls.filter((call) => "record" in call && call.recording !== undefined).length;
    doneCount += batch.length;
    watch.onProgress(doneCount, ids.length);
  }
  const leftOut: string[] = [];
  for (const name of heldAfterCalls) {
    for await (const part of readHeld(name)) {
      if (!watch.signal.aborted) leftOut.push(...(await intake.takeHoldings(part)));
    }
  }
  return {
    ...counts,
    leftOut,
    presentCount: doneCount - counts.addedCount - counts.changedCount,
    userCount: contents.users.length,
    broken: contents.broken,
    ignored: contents.ignored,
    isComplete: doneCount === ids.length && !watch.signal.aborted,
  };
}

/** What is about calls, the CRM before the links to it and scorecards before their answers. */
const heldAfterCalls = [
  "scorecards",
  "permissionProfiles",
  "crmIntegrations",
  "crmRecords",
  "callMarks",
  "answeredScorecards",
  "libraryFolders",
] as const satisfies readonly HoldingName[];

type HeldReader = (name: HoldingName) => AsyncIterable<HoldingsPart>;

/** Reads holdings where the scan saw them, a file at a time. */
function holdingsReader({ holdings }: ArchiveContents): HeldReader {
  return async function* (name) {
    for (const path of holdings.get(name) ?? []) {
      yield* (await readArchiveFile(path)).holdings.filter((part) => part.name === name);
    }
  };
}

async function readSetting(contents: ArchiveContents, readHeld: HeldReader): Promise<ArchivedSetting> {
  const userSettings: Holdings["userSettings"][number][] = [];
  const callOutcomes: Holdings["callOutcomes"][number][] = [];
  for await (const part of readHeld("userSettings")) if (part.name === "userSettings") userSettings.push(...part.items);
  for await (const part of readHeld("callOutcomes")) if (part.name === "callOutcomes") callOutcomes.push(...part.items);
  const { users, workspaces, trackers, about } = contents;
  const builtInWorkspaceId = about.find((each) => each.builtInWorkspaceId !== undefined)?.builtInWorkspaceId;
  return { users, workspaces, trackers, userSettings, callOutcomes, builtInWorkspaceId };
}

/** Reads a call where the scan saw it. */
function callReader({
  records,
  calls,
  transcripts,
  media,
}: ArchiveContents): (callId: string) => Promise<ArchivedCall> {
  const open = recentFiles();
  return async (callId) => {
    const recordPath = records.get(callId);
    if (recordPath !== undefined) {
      const record = (await open(recordPath)).records.find(({ call }) => call.id === callId);
      const mediaPath = media.get(callId);
      const recording = mediaPath === undefined ? undefined : () => createReadStream(mediaPath);
      if (record) return { record, recording };
    }
    const sent = (await open(calls.get(callId) ?? "")).calls.find(({ metaData }) => metaData.id === callId);
    if (!sent) throw new Error(`Call ${callId} has left its file since it was looked at`);
    const transcriptPath = transcripts.get(callId);
    const file = transcriptPath === undefined ? undefined : await open(transcriptPath);
    return { sent, transcript: file?.transcripts.find((transcript) => transcript.callId === callId) };
  };
}

function hasTranscript(call: ArchivedCall): boolean {
  return ("record" in call ? call.record.transcript : call.transcript) !== undefined;
}

function refuseUseless(folder: string, contents: ArchiveContents, options: { readonly mayLeaveOut: boolean }): void {
  const { broken, calls, records, holdings } = contents;
  if (broken.length > 0 && !options.mayLeaveOut) {
    const problems = broken.map(({ path, reason }) => ({ parameter: path, message: reason }));
    const mend = { parameter: "folder", message: "nothing was imported; --skip-broken leaves these files out" };
    throw new InvalidInputError([...problems.slice(0, 20), mend]);
  }
  if (calls.size + records.size + holdings.size > 0) return;
  const message = `${folder} has no file with calls as Gong's API sends them, or as tamtam export writes them`;
  throw new InvalidInputError([{ parameter: "folder", message }]);
}
