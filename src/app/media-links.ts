import { pathToFileURL } from "node:url";
import type { Call } from "../calls/call.ts";
import type { UserId } from "../calls/ids.ts";
import type { MediaData } from "../gong-api/call-data.ts";
import { signLink } from "../lib/signed-link.ts";
import type { Records } from "./open-records.ts";

/** Gong: its media links are good for 8 hours. */
export const LINK_LIFETIME_MS = 8 * 3_600_000;

type Link = (call: Call, kind: "audio" | "video") => Promise<string>;

/**
 * Links that work now: signed ones to the server that runs on this data, or, while none runs, to the file itself. Those that are made for a
 * user say so, so that it is known who plays them.
 */
export async function mediaLinks(
  records: Records,
  madeFor: UserId | undefined,
): Promise<(call: Call) => Promise<MediaData>> {
  const workers = await records.queue.workers();
  const serverUrl = workers.find((worker) => worker.serverUrl !== undefined)?.serverUrl;
  const link = serverUrl === undefined ? fileLink(records) : await signedLink(records, serverUrl, madeFor);
  return async (call) => {
    if (!call.media) return { audioUrl: null, videoUrl: null };
    const [audioUrl, videoUrl] = await Promise.all([
      link(call, "audio"),
      call.media.hasVideo ? link(call, "video") : null,
    ]);
    return { audioUrl, videoUrl };
  };
}

async function signedLink(records: Records, serverUrl: string, madeFor: UserId | undefined): Promise<Link> {
  const secret = await records.linkSecret();
  const expiresMs = Date.now() + LINK_LIFETIME_MS;
  return async (call, kind) => serverUrl + signLink(secret, { path: `/media/${call.id}/${kind}`, madeFor }, expiresMs);
}

function fileLink(records: Records): Link {
  return async (call) => pathToFileURL(await records.media.localPath(call.id, "original")).href;
}
