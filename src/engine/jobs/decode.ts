import type { MediaInfo } from "../../calls/call.ts";
import { StageError } from "../../calls/errors.ts";
import type { MediaDecoder } from "../media/media-decoder.ts";
import type { MediaStore } from "../media/media-store.ts";
import type { CallStore } from "../store/call-store.ts";
import type { StageRunner } from "./stage-runner.ts";

export interface DecodeParts {
  readonly calls: CallStore;
  readonly media: MediaStore;
  readonly decoder: () => Promise<MediaDecoder>;
  readonly maxDurationMs: number;
}

/** Turns the recording into samples and learns its length, channels and kind. */
export function decode(parts: DecodeParts): StageRunner {
  return {
    run: async (call, { signal, onProgress }) => {
      if (!call.media) {
        throw new StageError("media-missing", "The recording was not downloaded; add the call again.", {
          isTransient: false,
        });
      }
      const mediaPath = await parts.media.localPath(call.id, "original");
      const samplesPath = await parts.media.stagingPath(call.id, "samples");
      const decoder = await parts.decoder();
      const decoded = await decoder
        .decode(mediaPath, samplesPath, {
          maxDurationMs: parts.maxDurationMs,
          signal,
          onProgress: (doneMs, declaredMs) =>
            onProgress({ progress: declaredMs ? Math.min(1, doneMs / declaredMs) : undefined }),
        })
        .catch(async (error: unknown) => {
          // On a full disk their room is what it takes to write down that it is full.
          await parts.media.discard(call.id, "samples");
          throw error;
        });
      await parts.media.commit(call.id, "samples");
      const { audio, hasVideo, contentType, warnings } = decoded;
      const media: MediaInfo = { ...call.media, audio, hasVideo, contentType };
      return { commit: (transaction) => parts.calls.setMedia(call.id, media, transaction), warnings };
    },
  };
}
