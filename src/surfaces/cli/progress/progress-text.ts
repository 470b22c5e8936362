import type { Stage } from "../../../calls/call.ts";
import type { CallProgress } from "../host/processing.ts";

const stageTexts: Readonly<Record<Stage, string>> = {
  download: "Downloading the recording",
  decode: "Decoding the recording",
  transcribe: "Transcribing",
  analyze: "Analysing",
  index: "Indexing",
};

/** What is being done now. */
export function progressText({ setUp, stage }: CallProgress): string {
  if (setUp) return setUp.what;
  return stage === null ? "Waiting for its turn" : stageTexts[stage];
}
