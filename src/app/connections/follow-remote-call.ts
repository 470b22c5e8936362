import { setTimeout as delay } from "node:timers/promises";
import { NotFoundError } from "../../calls/errors.ts";
import { actionNamed } from "../../connection/actions.ts";
import type { Backend } from "../../connection/backend.ts";
import { type CallAnswer, callAnswer } from "../../connection/call-answer.ts";
import { runAction } from "../../connection/run-action.ts";
import { isPassing } from "../../gong-api/remote-error.ts";
import type { CallProgress } from "../../surfaces/cli/host/processing.ts";

/** Each look is a request of the company's, so they become rarer. */
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 60_000;

/** Gong does not say how far a call is: it shows once it is processed, and that is looked for until it is so. */
export async function* followRemoteCall(
  backend: Backend,
  callId: string,
  signal: AbortSignal,
): AsyncGenerator<CallProgress> {
  for (let pauseMs = FIRST_PAUSE_MS; !signal.aborted; pauseMs = Math.min(pauseMs * 1.5, LONGEST_PAUSE_MS)) {
    const progress = describe(await look(backend, callId));
    yield progress;
    if (progress.status !== "Processing") return;
    await delay(pauseMs, undefined, { signal }).catch(() => undefined);
  }
}

/** `undefined` for a call that does not show yet. */
async function look(backend: Backend, callId: string): Promise<CallAnswer | undefined> {
  try {
    const entries = [["call-id", callId] as const];
    return callAnswer.parse(await runAction(actionNamed("get-call"), backend, { entries }));
  } catch (error) {
    if (error instanceof NotFoundError || isPassing(error)) return undefined;
    throw error;
  }
}

function describe(call: CallAnswer | undefined): CallProgress {
  if (call === undefined || (call.status === "Processing" && !call.processing)) return notShown;
  const { status, processing, failure } = call;
  return {
    status,
    stage: (processing?.stage ?? null) as CallProgress["stage"], // another Tamtam's stages are the same
    progress: processing?.progress ?? null,
    timesRealTime: processing?.timesRealTime ?? null,
    failure: failure ? { ...failure, stage: failure.stage as NonNullable<CallProgress["failure"]>["stage"] } : null, // likewise
    setUp: null,
  };
}

const notShown: CallProgress = {
  status: "Processing",
  stage: null,
  progress: null,
  timesRealTime: null,
  failure: null,
  setUp: { what: "Waiting until the call shows", progress: null },
};
