import { asId, type CallId } from "../../calls/ids.ts";
import type { CallMediaReading } from "../../gong-api/call-media.ts";
import type { MediaStore } from "../media/media-store.ts";
import type { CallStore } from "../store/call-store.ts";

export function readMedia(parts: { readonly calls: CallStore; readonly media: MediaStore }): CallMediaReading {
  return {
    describe: async (text) => {
      const callId = asId<CallId>(text);
      const call = await parts.calls.get(callId);
      const sizeBytes = call?.media && (await parts.media.size(callId, "original"));
      return call?.media && sizeBytes !== undefined ? { sizeBytes, contentType: call.media.contentType } : undefined;
    },
    read: (callId, range) => parts.media.read(asId<CallId>(callId), "original", range),
  };
}
