import type { Call } from "../../../calls/call.ts";
import { asId, type CallId, type UserId } from "../../../calls/ids.ts";
import type { GongApi } from "../../../gong-api/gong-api.ts";
import { wireError } from "../../../gong-api/wire-errors.ts";
import type { Database, Transaction } from "../../database/transaction.ts";
import type { FetchedMedia } from "../../media/media-fetcher.ts";
import type { MediaReceiver } from "../../media/media-receiver.ts";
import type { MediaStore } from "../../media/media-store.ts";
import type { JobQueue } from "../../queue/job-queue.ts";
import type { CallAccessStore } from "../../store/call-access-store.ts";
import type { CallStore } from "../../store/call-store.ts";
import type { CallPageParts } from "./call-pages.ts";

export interface AddCallRecordingParts {
  readonly database: Database;
  readonly calls: CallStore;
  readonly queue: JobQueue;
  readonly media: MediaStore;
  readonly mediaReceiver: MediaReceiver;
  readonly callAccess: CallAccessStore;
  /** Whose eyes the calls are seen with; the company's where there is none. */
  readonly actingUserId?: UserId | undefined;
  readonly callUrls: CallPageParts["callUrls"];
  /** Told of each call that waits for work. */
  readonly onAdded: (callId: CallId) => void;
}

/** Keeps the recording that is sent for a call which was added without a URL, and queues its processing, which begins with decoding. */
export function addCallRecording(parts: AddCallRecordingParts): GongApi["addCallRecording"] {
  const arriving = new Set<CallId>();
  return async ({ id, file }) => {
    const callId = asId<CallId>(id);
    const seen = await parts.callAccess.seen([callId], parts.actingUserId);
    const call = seen.has(callId) ? await parts.calls.get(callId) : undefined;
    if (!call) throw wireError("call-not-found", id);
    refuseFetched(call);
    if (arriving.has(callId)) throw wireError("media-not-wanted", id, "another upload for it is under way");
    arriving.add(callId);
    try {
      await keep(parts, call, file);
    } finally {
      arriving.delete(callId);
    }
    const urlOf = await parts.callUrls();
    return { callId, url: urlOf(callId) };
  };
}

/** A call whose URL failed may still be given its recording. */
function refuseFetched({ id, downloadMediaUrl, processing }: Call): void {
  if (downloadMediaUrl === undefined || processing.status === "Failed") return;
  throw wireError("media-not-wanted", id, "it was added with a downloadMediaUrl");
}

async function keep(parts: AddCallRecordingParts, call: Call, file: AsyncIterable<Uint8Array>): Promise<void> {
  const path = await parts.media.stagingPath(call.id, "original");
  try {
    const received = await parts.mediaReceiver.receive(file, path);
    if (isTheOneItHas(call, received)) return;
    await keepArrived(parts, call, received).catch((error: unknown) => dropIfErased(parts, call, error));
  } finally {
    await parts.media.discard(call.id, "original");
  }
  parts.onAdded(call.id);
}

async function keepArrived(parts: AddCallRecordingParts, call: Call, received: FetchedMedia): Promise<void> {
  await parts.media.commit(call.id, "original");
  await parts.database.transact((transaction) => queueDecoding(parts, call, received, transaction));
}

/** The call was erased while its recording arrived. @throws WireError then; else the error itself */
async function dropIfErased(parts: AddCallRecordingParts, { id }: Call, error: unknown): Promise<never> {
  if ((await parts.calls.get(id)) !== undefined) throw error;
  await parts.media.remove(id, "original");
  throw wireError("call-not-found", id);
}

/** The recording of a call that failed may be replaced, with itself too. @throws WireError when the call has another one */
function isTheOneItHas({ id, media, processing }: Call, received: FetchedMedia): boolean {
  if (media === undefined || processing.status === "Failed") return false;
  if (media.sha256 === received.sha256) return true;
  throw wireError("media-not-wanted", id, "it has another recording already");
}

async function queueDecoding(
  parts: AddCallRecordingParts,
  call: Call,
  { sizeBytes, sha256, contentType }: FetchedMedia,
  transaction: Transaction,
): Promise<void> {
  const hasVideo = contentType.startsWith("video/");
  await parts.calls.setMedia(call.id, { sizeBytes, sha256, contentType, hasVideo }, transaction);
  await parts.calls.setProcessing(call.id, { status: "Processing", stage: "decode", warnings: [] }, transaction);
  await parts.queue.enqueue({ callId: call.id, stage: "decode" }, transaction);
}
