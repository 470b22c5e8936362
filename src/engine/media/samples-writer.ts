import { open, type FileHandle } from "node:fs/promises";
import { DualMonoMeter } from "./dual-mono.ts";
import { lastingError, rethrowDiskError, spokenDuration } from "./media-errors.ts";
import { BYTES_PER_SAMPLE, framesToMs } from "./samples.ts";

/** What was learned of the sound while it was written. */
export interface SamplesSummary {
  readonly durationMs: number;
  readonly channelCount: 1 | 2;
  readonly isDualMono: boolean;
  /** Nothing in it is louder than the last few bits. */
  readonly isSilent: boolean;
}

/** About -72 dBFS. */
const SILENT_PEAK = 8;

/** Where every decoder puts its samples: writes them, limits their length, measures them. */
export class SamplesWriter implements AsyncDisposable {
  readonly #file: FileHandle;
  readonly #channelCount: 1 | 2;
  readonly #maxDurationMs: number;
  readonly #dualMono = new DualMonoMeter();
  #doneSamples = 0;
  #peak = 0;

  private constructor(file: FileHandle, channelCount: 1 | 2, maxDurationMs: number) {
    this.#file = file;
    this.#channelCount = channelCount;
    this.#maxDurationMs = maxDurationMs;
  }

  static async create(path: string, channelCount: 1 | 2, maxDurationMs: number): Promise<SamplesWriter> {
    return new SamplesWriter(await open(path, "w").catch(rethrowDiskError), channelCount, maxDurationMs);
  }

  get durationMs(): number {
    return framesToMs(this.#doneSamples / this.#channelCount);
  }

  /**
   * @param interleaved whole frames, 16 bit, 16 kHz.
   * @throws StageError `media-too-long`, `disk-full`
   */
  async write(interleaved: Int16Array): Promise<void> {
    const bytes = new Uint8Array(interleaved.buffer, interleaved.byteOffset, interleaved.byteLength);
    const start = this.#doneSamples * BYTES_PER_SAMPLE;
    for (let written = 0; written < bytes.length;) {
      const rest = bytes.length - written;
      written += (await this.#file.write(bytes, written, rest, start + written).catch(rethrowDiskError)).bytesWritten;
    }
    this.#doneSamples += interleaved.length;
    this.#measure(interleaved);
    checkDuration(this.durationMs, this.#maxDurationMs);
  }

  /** To be called once, after the last sample. */
  summary(): SamplesSummary {
    return {
      durationMs: this.durationMs,
      channelCount: this.#channelCount,
      isDualMono: this.#channelCount === 2 && this.#dualMono.isDualMono(),
      isSilent: this.#peak <= SILENT_PEAK,
    };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#file.close();
  }

  #measure(interleaved: Int16Array): void {
    for (const sample of interleaved) {
      const loudness = Math.abs(sample);
      if (loudness > this.#peak) this.#peak = loudness;
    }
    if (this.#channelCount === 2) this.#dualMono.add(interleaved);
  }
}

/** @throws StageError `media-too-long` */
export function checkDuration(durationMs: number, maxDurationMs: number): void {
  if (durationMs <= maxDurationMs) return;
  throw lastingError(
    "media-too-long",
    `The recording is longer than ${spokenDuration(maxDurationMs)}, the most that is accepted. Cut it into shorter files, or have TAMTAM_MEDIA_MAX_HOURS raised.`,
  );
}
