import type { ServerContext } from "@modelcontextprotocol/server";

/**
 * Says every so often that the work goes on, to a client that asked to be told, so that it does not give up on a search that takes minutes.
 * Actions do not say how far they are, so the progress is the seconds that have passed.
 */
export async function tellProgress<T>(
  { mcpReq }: Pick<ServerContext, "mcpReq">,
  everyMs: number,
  work: () => Promise<T>,
): Promise<T> {
  const progressToken = mcpReq._meta?.progressToken;
  if (progressToken === undefined) return work();
  let count = 0;
  const timer = setInterval(() => {
    count += 1;
    const progress = (count * everyMs) / 1000;
    const params = { progressToken, progress, message: `Still working, after ${progress} s` };
    // Whoever does not hear this any more does not hear the answer either.
    mcpReq.notify({ method: "notifications/progress", params }).catch(() => undefined);
  }, everyMs);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}
