import type { Config } from "../config/config.ts";
import type { Records } from "./open-records.ts";
import { configuredUrl } from "./serving/server-url.ts";

/** Addresses of calls' pages on the server that runs on this data, or, while none runs, on the one that would. Gong: `/call?id=…`. */
export async function callUrls(config: Config, records: Records): Promise<(callId: string) => string> {
  const workers = await records.queue.workers();
  const running = workers.find((worker) => worker.serverUrl !== undefined)?.serverUrl;
  const serverUrl = running ?? config.server.publicUrl ?? configuredUrl(config.server);
  return (callId) => `${serverUrl}/call?id=${callId}`;
}
