import { createReadStream } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import type { DetailedCall } from "../../gong-api/schemas/list-calls-extensive.ts";
import type { Config } from "../../config/config.ts";
import { fileExtension } from "../../engine/media/file-extension.ts";
import { createHttpMediaFetcher } from "../../engine/media/http-media-fetcher.ts";
import type { ExportSource } from "../export-library.ts";
import { openConnection } from "./open-connection.ts";
import type { Tenants } from "./tenants.ts";

/** Gong's cloud, or another server: what it answers is all there is. */
export async function exportConnection(
  config: Pick<Config, "dataDir" | "media">,
  tenants: Tenants,
  name: string,
  signal: AbortSignal,
): Promise<ExportSource> {
  const { api, known } = await openConnection(tenants, name, { signal });
  // Recordings of a server inside a private network are where the server is.
  const allowHosts = [...config.media.allowHosts, new URL(known.baseUrl).hostname];
  const fetcher = createHttpMediaFetcher({ allowHosts, maxBytes: config.media.maxBytes });
  const folder = join(config.dataDir, `export-${process.pid}`);
  return {
    api,
    mediaOf: async ({ media }: DetailedCall) => {
      const url = media?.videoUrl ?? media?.audioUrl;
      if (!url) return undefined;
      await mkdir(folder, { recursive: true });
      const path = join(folder, "recording");
      try {
        const { contentType } = await fetcher.fetch(url, path, { signal });
        return { extension: fileExtension(contentType), bytes: readAndRemove(path, folder) };
      } catch (error) {
        await remove(folder);
        throw error;
      }
    },
  };
}

async function* readAndRemove(path: string, folder: string): AsyncGenerator<Uint8Array> {
  try {
    yield* createReadStream(path) as AsyncIterable<Uint8Array>; // without an encoding it gives bytes
  } finally {
    await remove(folder);
  }
}

function remove(folder: string): Promise<void> {
  return rm(folder, { recursive: true, force: true });
}
