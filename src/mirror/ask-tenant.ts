import type { StartRange } from "../engine/store/imported-call-store.ts";
import { RemoteError } from "../gong-api/remote-error.ts";
import type { CallTranscript } from "../gong-api/schemas/get-call-transcripts.ts";
import type { DetailedCall } from "../gong-api/schemas/list-calls-extensive.ts";
import { WireError } from "../gong-api/wire-errors.ts";
import { everything } from "./everything.ts";
import type { MirroredApi } from "./mirror-parts.ts";

export interface CallsPage {
  readonly calls: readonly DetailedCall[];
  readonly total: number;
  readonly cursor: string | undefined;
}

const NO_CALLS: CallsPage = { calls: [], total: 0, cursor: undefined };

/** @returns undefined when the cursor has died, and the sequence is to be begun again */
export async function askForRange(
  api: MirroredApi,
  { fromMs, toMs }: StartRange,
  cursor: string | undefined,
): Promise<CallsPage | undefined> {
  const filter = { fromDateTime: dateTime(fromMs), toDateTime: dateTime(toMs) };
  try {
    const { calls, records } = await api.listCallsExtensive({ filter, contentSelector: everything, cursor });
    return { calls, total: records.totalRecords, cursor: records.cursor };
  } catch (error) {
    if (cursor !== undefined && isCursorRefused(error)) return undefined;
    if (isNothing(error)) return NO_CALLS;
    throw error;
  }
}

/** How many calls a range has. */
export async function askForCount(api: MirroredApi, { fromMs, toMs }: StartRange): Promise<number> {
  const filter = { fromDateTime: dateTime(fromMs), toDateTime: dateTime(toMs) };
  try {
    return (await api.listCallsExtensive({ filter })).records.totalRecords;
  } catch (error) {
    if (isNothing(error)) return 0;
    throw error;
  }
}

export async function askForCalls(api: MirroredApi, callIds: readonly string[]): Promise<readonly DetailedCall[]> {
  try {
    return (await api.listCallsExtensive({ filter: { callIds: [...callIds] }, contentSelector: everything })).calls;
  } catch (error) {
    if (isNothing(error)) return [];
    throw error;
  }
}

export async function askForTranscripts(
  api: MirroredApi,
  callIds: readonly string[],
): Promise<readonly CallTranscript[]> {
  try {
    return (await api.getCallTranscripts({ filter: { callIds: [...callIds] } })).callTranscripts;
  } catch (error) {
    if (isNothing(error)) return [];
    throw error;
  }
}

/** Where recordings can be had: the sound, or the video of a call that has nothing else. */
export async function askForLinks(
  api: Pick<MirroredApi, "listCallsExtensive">,
  callIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const contentSelector = { exposedFields: { media: true } };
  try {
    const { calls } = await api.listCallsExtensive({ filter: { callIds: [...callIds] }, contentSelector });
    return new Map(
      calls.flatMap(({ metaData, media }) => {
        const url = media?.audioUrl ?? media?.videoUrl;
        return url ? [[metaData.id, url]] : [];
      }),
    );
  } catch (error) {
    if (isNothing(error)) return new Map();
    throw error;
  }
}

function dateTime(timeMs: number | undefined): string | undefined {
  return timeMs === undefined ? undefined : new Date(timeMs).toISOString();
}

function isCursorRefused(error: unknown): boolean {
  if (error instanceof RemoteError) return error.code === "cursor-expired";
  return error instanceof WireError && (error.code === "cursor-expired" || error.code === "cursor-invalid");
}

/** An engine in this process answers an empty list with Gong's sentence; a client has made a list of it. */
function isNothing(error: unknown): boolean {
  return error instanceof WireError && error.code === "calls-not-found";
}
