import type { TranscriptProvenance } from "../../../calls/transcript.ts";
import type { ChannelAudio, ChannelTranscript, HeardSentence, TranscribeOptions, Transcriber } from "../transcriber.ts";
import type { AudioChunk } from "./audio-chunks.ts";
import { audioChunks } from "./audio-chunks.ts";
import { sentencesOfAnswer } from "./transcription-answer.ts";
import type { TranscriptionRequest, TranscriptionServer } from "./transcription-request.ts";
import { FormatRefusedError, requestTranscription } from "./transcription-request.ts";
import { encodeWav, samplesIn } from "./wav.ts";

export interface OpenAiTranscriberOptions {
  /** Up to and including the version: `https://api.openai.com/v1`. */
  readonly baseUrl: string;
  readonly model: string;
  readonly apiKey?: string | undefined;
  /** What the server takes at once; OpenAI takes 25 MB. */
  readonly maxUploadBytes?: number | undefined;
  /** The longest piece sent at once, whatever its size. */
  readonly maxChunkMs?: number | undefined;
  readonly timeoutMs?: number | undefined;
  readonly retryCount?: number | undefined;
}

const DEFAULT_MAX_UPLOAD_BYTES = 24_000_000;
const DEFAULT_MAX_CHUNK_MS = 600_000;
const DEFAULT_TIMEOUT_MS = 600_000;
const DEFAULT_RETRY_COUNT = 2;

/** -66 dBFS: a piece without a single sample above it is nothing to pay for. */
const SILENCE_AMPLITUDE = 0.0005;

/** Any server that speaks OpenAI's transcription API, one channel after the other. */
export function createOpenAiTranscriber(options: OpenAiTranscriberOptions): Transcriber {
  return new OpenAiTranscriber(options);
}

class OpenAiTranscriber implements Transcriber {
  readonly provenance: TranscriptProvenance;
  readonly capabilities = { languages: "any", wordTimes: "provider", isOffline: false } as const;
  readonly #server: TranscriptionServer;
  readonly #maxUploadBytes: number;
  readonly #maxChunkMs: number;
  #format: TranscriptionRequest["format"] = "verbose_json";

  constructor(options: OpenAiTranscriberOptions) {
    const { baseUrl, model, apiKey, timeoutMs = DEFAULT_TIMEOUT_MS, retryCount = DEFAULT_RETRY_COUNT } = options;
    this.#server = { baseUrl, model, apiKey, timeoutMs, retryCount };
    this.#maxUploadBytes = options.maxUploadBytes ?? DEFAULT_MAX_UPLOAD_BYTES;
    this.#maxChunkMs = options.maxChunkMs ?? DEFAULT_MAX_CHUNK_MS;
    this.provenance = { engine: "openai-compatible", model, version: new URL(baseUrl).host };
  }

  async transcribe(audio: ChannelAudio, options: TranscribeOptions): Promise<readonly ChannelTranscript[]> {
    const maxSamples = Math.min(
      samplesIn(this.#maxUploadBytes),
      Math.floor((this.#maxChunkMs * audio.sampleRateHz) / 1000),
    );
    const transcripts: ChannelTranscript[] = [];
    for (const [i, channel] of options.channels.entries()) {
      options.signal.throwIfAborted();
      const sentences: HeardSentence[] = [];
      for await (const chunk of audioChunks(audio, channel, maxSamples)) {
        sentences.push(...(await this.#hear(chunk, audio.sampleRateHz, options)));
        options.onProgress?.(
          Math.min(audio.durationMs, (i * audio.durationMs + chunk.endMs) / options.channels.length),
        );
      }
      transcripts.push({ channel, sentences: sentences.sort((a, b) => a.startMs - b.startMs) });
    }
    return transcripts;
  }

  async [Symbol.asyncDispose](): Promise<void> {}

  async #hear(chunk: AudioChunk, sampleRateHz: number, options: TranscribeOptions): Promise<HeardSentence[]> {
    if (chunk.samples.every((sample) => Math.abs(sample) < SILENCE_AMPLITUDE)) return [];
    const request = {
      wav: encodeWav(chunk.samples, sampleRateHz),
      language: options.languageCode?.toLowerCase().split(/[-_]/)[0],
      signal: options.signal,
    };
    return sentencesOfAnswer(await this.#ask(request), chunk);
  }

  /** Asks for times first; a server that does not know them is asked for the text alone from then on. */
  async #ask(request: Omit<TranscriptionRequest, "format">) {
    const format = this.#format;
    try {
      return await requestTranscription(this.#server, { ...request, format });
    } catch (error) {
      if (!(error instanceof FormatRefusedError) || format === "json") throw error;
      this.#format = "json";
      return requestTranscription(this.#server, { ...request, format: "json" });
    }
  }
}
