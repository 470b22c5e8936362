import { open, type FileHandle } from "node:fs/promises";
import { BYTES_PER_SAMPLE, framesToMs, fromInterleaved, SAMPLE_RATE_HZ } from "./samples.ts";

/** A samples file as a decoder wrote it, read in pieces; has the shape of the transcribers' `ChannelAudio`. */
export interface SamplesFile extends AsyncDisposable {
  readonly channelCount: number;
  readonly sampleRateHz: typeof SAMPLE_RATE_HZ;
  readonly durationMs: number;
  read(startSample: number, sampleCount: number): Promise<Float32Array[]>;
}

export async function openSamplesFile(path: string, options: { readonly channelCount: number }): Promise<SamplesFile> {
  const { channelCount } = options;
  const file = await open(path, "r");
  const { size: sizeBytes } = await file.stat();
  const frameCount = Math.floor(sizeBytes / (BYTES_PER_SAMPLE * channelCount));
  return {
    channelCount,
    sampleRateHz: SAMPLE_RATE_HZ,
    durationMs: framesToMs(frameCount),
    async read(startSample, sampleCount) {
      const start = Math.min(Math.max(0, startSample), frameCount);
      const count = Math.min(Math.max(0, sampleCount), frameCount - start);
      return fromInterleaved(await readSamples(file, start * channelCount, count * channelCount), channelCount);
    },
    [Symbol.asyncDispose]: () => file.close(),
  };
}

async function readSamples(file: FileHandle, start: number, count: number): Promise<Int16Array> {
  const samples = new Int16Array(count);
  const bytes = new Uint8Array(samples.buffer);
  for (let done = 0; done < bytes.length;) {
    const { bytesRead } = await file.read(bytes, done, bytes.length - done, start * BYTES_PER_SAMPLE + done);
    if (bytesRead === 0) return samples.subarray(0, Math.floor(done / BYTES_PER_SAMPLE));
    done += bytesRead;
  }
  return samples;
}
