import { StageError } from "../../calls/errors.ts";
import type { MediaFetcher } from "../media/media-fetcher.ts";
import type { MediaStore } from "../media/media-store.ts";
import type { CallStore } from "../store/call-store.ts";
import type { StageRunner } from "./stage-runner.ts";

export interface DownloadParts {
  readonly calls: CallStore;
  readonly media: MediaStore;
  readonly fetcher: MediaFetcher;
}

/** Brings the recording into the media store. */
export function download(parts: DownloadParts): StageRunner {
  return {
    run: async (call, { signal, onProgress }) => {
      if (call.downloadMediaUrl === undefined) {
        throw new StageError("media-url", "The call was added without a media URL.", { isTransient: false });
      }
      const path = await parts.media.stagingPath(call.id, "original");
      const fetched = await parts.fetcher.fetch(call.downloadMediaUrl, path, {
        signal,
        onProgress: (doneBytes, totalBytes) =>
          onProgress({ progress: totalBytes ? doneBytes / totalBytes : undefined }),
      });
      await parts.media.commit(call.id, "original");
      const { sizeBytes, sha256, contentType } = fetched;
      const media = { sizeBytes, sha256, contentType, hasVideo: contentType.startsWith("video/") };
      return { commit: (transaction) => parts.calls.setMedia(call.id, media, transaction) };
    },
  };
}
