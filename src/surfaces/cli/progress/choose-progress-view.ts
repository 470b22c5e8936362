import type { CliIo } from "../cli-io.ts";
import { makeBarView } from "./bar-view.ts";
import { makeLineView } from "./line-view.ts";
import type { ProgressView } from "./progress-view.ts";

/** A bar where people watch; where stderr goes into a file, a line for each stage. */
export function chooseProgressView(callId: string, io: Pick<CliIo, "stderr" | "isTerminal" | "columns">): ProgressView {
  return io.isTerminal.stderr ? makeBarView(io) : makeLineView(callId, io.stderr);
}
