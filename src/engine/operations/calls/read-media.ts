import { asId, type CallId } from "../../../calls/ids.ts";
import type { CallMediaReading } from "../../../gong-api/call-media.ts";
import type { MediaStore } from "../../media/media-store.ts";
import { type OwnCallParts, seenCall } from "./own-calls.ts";

export interface ReadMediaParts extends Pick<OwnCallParts, "calls" | "callAccess"> {
  readonly media: MediaStore;
}

export function readMedia({ media, ...parts }: ReadMediaParts): CallMediaReading {
  return {
    describe: async (text, visibleTo) => {
      const callId = asId<CallId>(text);
      const call = await seenCall({ ...parts, actingUserId: visibleTo }, callId);
      const sizeBytes = call?.media && (await media.size(callId, "original"));
      return call?.media && sizeBytes !== undefined ? { sizeBytes, contentType: call.media.contentType } : undefined;
    },
    read: (callId, range) => media.read(asId<CallId>(callId), "original", range),
  };
}
