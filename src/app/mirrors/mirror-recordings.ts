import type { Config } from "../../config/config.ts";
import { importRecording } from "../../engine/importing/import-recording.ts";
import { createHttpMediaFetcher } from "../../engine/media/http-media-fetcher.ts";
import type { MirroredApi } from "../../mirror/mirror-parts.ts";
import { readRecordings } from "../../mirror/read-recordings.ts";
import type { RecordingsToSync, SyncedRecordings, SyncWatch } from "../../surfaces/cli/host/mirrors.ts";
import type { Records } from "../open-records.ts";
import type { KnownConnection } from "../connections/tenants.ts";

export interface MirrorRecordings {
  /** Brings those that are not here. */
  read(): Promise<SyncedRecordings>;
  explain(): Promise<RecordingsToSync>;
}

export interface MirrorRecordingsParts {
  readonly config: Config;
  readonly records: Records;
  readonly known: Pick<KnownConnection, "baseUrl">;
  readonly api: MirroredApi;
  readonly watch: SyncWatch;
}

const HOUR_MS = 3_600_000;

/** The recordings of a mirror's calls. */
export function mirrorRecordings({ config, records, known, api, watch }: MirrorRecordingsParts): MirrorRecordings {
  const fetcher = createHttpMediaFetcher({
    maxBytes: config.media.maxBytes,
    // Whoever made the connection trusts its server, also one in the same house.
    allowHosts: [...config.media.allowHosts, new URL(known.baseUrl).hostname],
  });
  const parts = { ...records, fetcher };
  return {
    read: () =>
      readRecordings(
        {
          imported: records.imported,
          api,
          clock: Date.now,
          importRecording: (id, url, signal) => importRecording(parts, id, url, signal),
        },
        watch.signal,
        watch.onRecording ?? (() => {}),
      ),
    explain: async () => {
      const { durationMs, sizeBytes, missing } = await records.imported.recordings();
      const expectedBytes = durationMs === 0 ? null : Math.round((sizeBytes / durationMs) * missing.durationMs);
      return {
        calls: missing.count,
        hours: Math.round((10 * missing.durationMs) / HOUR_MS) / 10,
        sizeBytes: expectedBytes,
      };
    },
  };
}
