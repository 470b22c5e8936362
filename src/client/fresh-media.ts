import type { MediaData } from "../gong-api/call-data.ts";
import type { GongApi } from "../gong-api/gong-api.ts";
import { detailedCallsListed, pagesOf } from "./pages-of.ts";

/** Gong: links to recordings are good for 8 hours. One that is used as it ends would break off. */
const GOOD_FOR_MS = 7.5 * 3_600_000;

interface Asked {
  readonly atMs: number;
  readonly media: MediaData | undefined;
}

/**
 * Links to recordings that work now: asked for once, and again when their time is nearly over.
 * @returns a function that gives a call's links, or `undefined` where it has no recording
 */
export function freshMedia(
  api: Pick<GongApi, "listCallsExtensive">,
  clock: () => number,
): (callId: string) => Promise<MediaData | undefined> {
  const known = new Map<string, Asked>();
  return async (callId) => {
    const asked = known.get(callId);
    if (asked && clock() - asked.atMs < GOOD_FOR_MS) return asked.media;
    const now = { atMs: clock(), media: await askMedia(api, callId) };
    known.set(callId, now);
    return now.media;
  };
}

async function askMedia(api: Pick<GongApi, "listCallsExtensive">, callId: string): Promise<MediaData | undefined> {
  const request = { filter: { callIds: [callId] }, contentSelector: { exposedFields: { media: true } } };
  for await (const { items } of pagesOf(api.listCallsExtensive, request, detailedCallsListed)) {
    const media = items[0]?.media;
    if (media) return { audioUrl: media.audioUrl ?? null, videoUrl: media.videoUrl ?? null };
  }
  return undefined;
}
