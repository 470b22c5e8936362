import { CallFailedError, InterruptedError } from "./cli-errors.ts";
import type { CallProgress } from "./host/processing.ts";
import { formatSpeed } from "./progress/format-speed.ts";
import { chooseProgressView } from "./progress/choose-progress-view.ts";
import type { CommandTools } from "./command-tools.ts";

/**
 * Shows a call's processing until it is over.
 * @throws CallFailedError, InterruptedError
 */
export async function followCall(
  callId: string,
  tools: Omit<CommandTools, "isFollowed">,
  connection?: string,
): Promise<void> {
  const { last, timesRealTime } = await showProgress(callId, tools, connection);
  if (last?.status === "Completed") {
    const speed = timesRealTime === null ? "" : `, transcribed at ${formatSpeed(timesRealTime)} times real time`;
    return tools.output.note(`Call ${callId} is completed${speed}. To read it: tamtam get-call --call-id ${callId}`);
  }
  if (last?.status === "Failed" && last.failure) throw new CallFailedError(callId, last.failure);
  if (!tools.signal.aborted) throw new Error(`the news of call ${callId} ended before its processing did`);
  throw new InterruptedError(
    `interrupted. Call ${callId} stays, with all that is done so far; a running "tamtam serve" goes on with it where it ` +
      "stopped, and so does adding the same call again.",
  );
}

async function showProgress(
  callId: string,
  { host, io, signal }: Omit<CommandTools, "isFollowed" | "output">,
  connection: string | undefined,
) {
  const view = chooseProgressView(callId, io);
  let last: CallProgress | undefined;
  let timesRealTime: number | null = null;
  try {
    for await (const progress of host.followCall(callId, { signal, connection })) {
      last = progress;
      timesRealTime = progress.timesRealTime ?? timesRealTime;
      if (progress.status === "Processing") view.show(progress);
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    view.end();
  }
  return { last, timesRealTime };
}
