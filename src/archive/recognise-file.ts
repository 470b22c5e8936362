import { z } from "zod";
import {
  readTenantCall,
  readTenantMonologues,
  type TenantCall,
  type TenantMonologue,
} from "../gong-api/tenant-call.ts";
import { type ArchivedUser, type ArchivedWorkspace, readUser, readWorkspace } from "./archived-people.ts";
import type { HoldingsPart } from "../calls/holdings.ts";
import type { Tracker } from "../calls/tracker.ts";
import { type ArchiveAbout, readAbout } from "./archive-about.ts";
import { readHoldings } from "./own-holdings.ts";
import { type OwnRecord, readOwnRecord } from "./own-record.ts";
import { readOwnTracker } from "./own-trackers.ts";

/** What a file of an archive holds. */
export interface ArchiveFile {
  readonly calls: readonly TenantCall[];
  readonly transcripts: readonly ArchivedTranscript[];
  readonly records: readonly OwnRecord[];
  readonly trackers: readonly Tracker[];
  readonly users: readonly ArchivedUser[];
  readonly workspaces: readonly ArchivedWorkspace[];
  readonly holdings: readonly HoldingsPart[];
  /** Of the folder that the file is in. */
  readonly about: readonly ArchiveAbout[];
}

export interface ArchivedTranscript {
  readonly callId: string;
  readonly transcript: readonly TenantMonologue[];
}

const transcript = z.looseObject({ callId: z.string().min(1), transcript: z.unknown() });

/**
 * Tells by its members what a parsed file is: an answer of one of Gong's operations as it came, one thing of such an answer, or a
 * list of either. A file that is something else holds nothing.
 * @throws ZodError for a call, transcript or user that cannot be one
 */
export function recogniseFile(parsed: unknown): ArchiveFile {
  const things = thingsOf(parsed);
  const those = <Thing>(isOne: (thing: object) => boolean, read: (thing: object) => Thing) =>
    things.filter(isOne).map(read);
  return {
    calls: those((thing) => "metaData" in thing, readTenantCall),
    transcripts: those((thing) => "callId" in thing && "transcript" in thing, readTranscript),
    records: those((thing) => "call" in thing && "version" in thing, readOwnRecord),
    trackers: listIn(things, "trackers").map(readOwnTracker),
    users: listIn(things, "users").map(readUser),
    workspaces: listIn(things, "workspaces").map(readWorkspace),
    holdings: things.flatMap(readHoldings),
    about: things.flatMap(readAbout),
  };
}

/** The object itself, or those of a list, of an answer's list, or of a list of answers. */
function thingsOf(parsed: unknown): readonly object[] {
  if (Array.isArray(parsed)) return parsed.flatMap(thingsOf);
  if (typeof parsed !== "object" || parsed === null) return [];
  return [parsed, ...listIn([parsed], "calls"), ...listIn([parsed], "callTranscripts")].filter(isObject);
}

function listIn(things: readonly object[], name: string): readonly unknown[] {
  return things.flatMap((thing) => {
    const list: unknown = Object.getOwnPropertyDescriptor(thing, name)?.value;
    return Array.isArray(list) ? (list as unknown[]) : []; // an array of what is not known yet
  });
}

function isObject(thing: unknown): thing is object {
  return typeof thing === "object" && thing !== null;
}

function readTranscript(thing: object): ArchivedTranscript {
  const { callId, transcript: monologues } = transcript.parse(thing);
  return { callId, transcript: readTenantMonologues(monologues) };
}
