import type { Stage } from "../../calls/call.ts";
import { analyze, type AnalyzeParts } from "./analyze.ts";
import { decode, type DecodeParts } from "./decode.ts";
import { download, type DownloadParts } from "./download.ts";
import { indexCall, type IndexParts } from "./index-call.ts";
import type { StageRunner } from "./stage-runner.ts";
import { transcribe, type TranscribeParts } from "./transcribe.ts";

export type StageParts = DownloadParts & DecodeParts & TranscribeParts & AnalyzeParts & IndexParts;

/** One runner a stage. */
export function stageRunners(parts: StageParts): Readonly<Record<Stage, StageRunner>> {
  return {
    download: download(parts),
    decode: decode(parts),
    transcribe: transcribe(parts),
    analyze: analyze(parts),
    index: indexCall(parts),
  };
}
