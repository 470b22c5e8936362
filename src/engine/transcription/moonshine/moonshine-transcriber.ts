import { StageError } from "../../../calls/errors.ts";
import type { TranscriptProvenance } from "../../../calls/transcript.ts";
import type { ChannelAudio, ChannelTranscript, TranscribeOptions, Transcriber } from "../transcriber.ts";
import type { SpeechEngine, SpeechEngineOptions } from "./speech-engine.ts";
import { openSpeechEngine } from "./speech-engine.ts";
import { RECOGNISER_FILES, MOONSHINE_PACKAGE_VERSION } from "./model-files.ts";
import type { ModelName } from "./model-files.ts";
import { RECUT_VERSION, VOICE_ACTIVITY_RECUT_VERSION } from "./recut-version.ts";
import { transcribeChannels } from "./transcribe-channels.ts";

/** Changes whenever the same model would make another transcript: segments, sentences, normalisation. */
const PIPELINE_VERSION = 1;

export type MoonshineOptions = SpeechEngineOptions;

/** The embedded recogniser. Nothing is fetched or started before the first recording. */
export function createMoonshineTranscriber(options: MoonshineOptions): Transcriber {
  return new MoonshineTranscriber(moonshineProvenance(options.model), () => openSpeechEngine(options));
}

/** The transcriber on any speech engine; `open` is called for the first recording, and again if that failed. */
export class MoonshineTranscriber implements Transcriber {
  readonly provenance: TranscriptProvenance;
  readonly capabilities = { languages: ["en"], wordTimes: "aligned", isOffline: true } as const;
  readonly #open: () => Promise<SpeechEngine>;
  #engine: Promise<SpeechEngine> | undefined;

  constructor(provenance: TranscriptProvenance, open: () => Promise<SpeechEngine>) {
    this.provenance = provenance;
    this.#open = open;
  }

  async transcribe(audio: ChannelAudio, options: TranscribeOptions): Promise<readonly ChannelTranscript[]> {
    refuseOtherLanguages(options.languageCode);
    options.signal.throwIfAborted();
    return transcribeChannels(audio, options, await this.#opened(options.signal));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const engine = this.#engine;
    this.#engine = undefined;
    await (await engine?.catch(() => undefined))?.[Symbol.asyncDispose]();
  }

  /** Opening goes on when one of those who wait for it gives up. */
  #opened(signal: AbortSignal): Promise<SpeechEngine> {
    this.#engine ??= this.#open().catch((error: unknown) => {
      this.#engine = undefined;
      throw error;
    });
    const engine = this.#engine;
    return new Promise((resolve, reject) => {
      const onAbort = () => reject(signal.reason);
      signal.addEventListener("abort", onAbort, { once: true });
      engine.then(resolve, reject).finally(() => signal.removeEventListener("abort", onAbort));
    });
  }
}

function moonshineProvenance(model: ModelName): TranscriptProvenance {
  const weights = RECOGNISER_FILES[model].decoder.sha256.slice(0, 8);
  const made = `recut${RECUT_VERSION}.vad${VOICE_ACTIVITY_RECUT_VERSION}.pipeline${PIPELINE_VERSION}`;
  return { engine: "moonshine", model, version: `${MOONSHINE_PACKAGE_VERSION}-${weights}+${made}` };
}

function refuseOtherLanguages(languageCode: string | undefined): void {
  if (languageCode === undefined || languageCode.toLowerCase().split(/[-_]/)[0] === "en") return;
  throw new StageError(
    "language-unsupported",
    `the language of the call is "${languageCode}", and the embedded recogniser only understands English. ` +
      "Set TAMTAM_TRANSCRIBER=openai-compatible with a server that knows this language and retry, or, if it is English after all, " +
      "add the call again with the right language code and another id",
    { isTransient: false },
  );
}
