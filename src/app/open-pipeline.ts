import type { Stage } from "../calls/call.ts";
import type { Config } from "../config/config.ts";
import type { Secrets } from "../config/secrets.ts";
import type { Analyze } from "../engine/jobs/analyze.ts";
import type { MakeTrackerSearch } from "../engine/jobs/look-for-trackers.ts";
import type { StageRunner } from "../engine/jobs/stage-runner.ts";
import type { Transcriber } from "../engine/transcription/transcriber.ts";
import type { Records } from "./open-records.ts";

const FETCHING = "Fetching the speech model, once";

/** The stages' runners with what they need; heavy parts are loaded here and not when a call is only looked at. */
export interface Pipeline extends AsyncDisposable {
  readonly runners: Readonly<Record<Stage, StageRunner>>;
  readonly makeTrackerSearch: MakeTrackerSearch;
  readonly analyze: () => Promise<Analyze>;
  /** Of the functions that `analyze` has. */
  readonly analysisVersion: string;
}

/** Something outside the stages that takes a while: the recogniser's weights being fetched. */
export type OnSetUp = (setUp: { what: string; progress: number | null } | null) => void;

export async function openPipeline(
  config: Config,
  secrets: Secrets,
  records: Records,
  onSetUp: OnSetUp,
): Promise<Pipeline> {
  const [jobs, fetching, decoding, samples, analysis, tracking] = await Promise.all([
    import("../engine/jobs/stage-runners.ts"),
    import("../engine/media/http-media-fetcher.ts"),
    import("../engine/media/choose-decoder.ts"),
    import("../engine/media/samples-file.ts"),
    import("../engine/analysis/create-analyzer.ts"),
    import("./tracker-search.ts"),
  ]);
  const transcriber = await openTranscriber(config, secrets, onSetUp);
  const decoder = lazy(() => decoding.chooseDecoder(config.media));
  const analyzer = analysis.createAnalyzer();
  const analyze: Pipeline["analyze"] = async () => (transcript, options) => analyzer.analyze(transcript, options);
  const makeTrackerSearch = tracking.trackerSearch();
  const runners = jobs.stageRunners({
    ...records,
    makeTrackerSearch,
    clock: Date.now,
    fetcher: fetching.createHttpMediaFetcher({
      maxBytes: config.media.maxBytes,
      allowHosts: config.media.allowHosts,
      allowFiles: true,
    }),
    decoder,
    maxDurationMs: config.media.maxDurationMs,
    openSamples: (path, channelCount) => samples.openSamplesFile(path, { channelCount }),
    transcriber: async () => transcriber,
    analyze,
  });
  return {
    runners,
    makeTrackerSearch,
    analyze,
    analysisVersion: analyzer.version,
    [Symbol.asyncDispose]: () => transcriber[Symbol.asyncDispose](),
  };
}

async function openTranscriber(config: Config, secrets: Secrets, onSetUp: OnSetUp): Promise<Transcriber> {
  const { transcription } = config;
  if (transcription.engine === "moonshine") {
    const { createMoonshineTranscriber } = await import("../engine/transcription/moonshine/moonshine-transcriber.ts");
    return createMoonshineTranscriber({
      model: transcription.model,
      cacheDir: transcription.cacheDir,
      workerCount: transcription.workerCount,
      onSetUpProgress: (doneBytes, totalBytes) =>
        onSetUp(doneBytes < totalBytes ? { what: FETCHING, progress: doneBytes / totalBytes } : null),
    });
  }
  const { createOpenAiTranscriber } = await import("../engine/transcription/openai-compatible/openai-transcriber.ts");
  return createOpenAiTranscriber({
    baseUrl: transcription.url,
    model: transcription.model,
    apiKey: secrets.transcriberKey,
  });
}

/** Made when first asked for, once; asked again after a failure. */
function lazy<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make().catch((error: unknown) => {
      made = undefined;
      throw error;
    });
    return made;
  };
}
