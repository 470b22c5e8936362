import { mkdtemp, open, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "vitest";
import type { DecodedMedia, DecodeOptions, MediaDecoder } from "../../src/engine/media/media-decoder.ts";
import { makeWav, wavHeader } from "../support/wav-files.ts";

export interface MediaDecoderParts extends AsyncDisposable {
  readonly decoder: MediaDecoder;
  readonly folder: string;
}

export async function openDecoderParts(decoder: MediaDecoder): Promise<MediaDecoderParts> {
  const folder = await mkdtemp(join(tmpdir(), "tamtam-decoder-"));
  return { decoder, folder, [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }) };
}

export const fixtures = join(import.meta.dirname, "../fixtures/media");
export const HOUR_MS = 3_600_000;

interface Decoded extends DecodedMedia {
  /** One array of 16-bit samples for each channel. */
  readonly channels: readonly (readonly number[])[];
}

export async function decode(
  { decoder, folder }: MediaDecoderParts,
  media: Uint8Array | string,
  options: Partial<DecodeOptions> & { readonly fileName?: string } = {},
): Promise<Decoded> {
  const mediaPath = typeof media === "string" ? join(fixtures, media) : join(folder, options.fileName ?? "media");
  if (typeof media !== "string") await writeFile(mediaPath, media);
  const samplesPath = join(folder, "samples");
  const limits = { maxDurationMs: HOUR_MS, signal: new AbortController().signal };
  const decoded = await decoder.decode(mediaPath, samplesPath, { ...limits, ...options });
  const bytes = await readFile(samplesPath);
  const { channelCount } = decoded.audio;
  const channels = Array.from({ length: channelCount }, (): number[] => []);
  for (let at = 0; at + 2 <= bytes.length; at += 2) channels[(at / 2) % channelCount]?.push(bytes.readInt16LE(at));
  return { ...decoded, channels };
}

export const failure = (
  parts: MediaDecoderParts,
  ...decoding: [media: Uint8Array | string, options?: Partial<DecodeOptions>]
) =>
  decode(parts, ...decoding).then(
    ({ audio }) => `decoded ${audio.durationMs} ms`,
    (error: unknown) => (typeof error === "object" && error !== null && "code" in error ? error.code : error),
  );

/** How much of a channel's sound is the tone of this frequency, 0 to 1; the first and last 50 ms, where codecs settle, left out. */
export function toneShare(channel: readonly number[] | undefined, toneHz: number): number {
  const samples = (channel ?? []).slice(800, -800);
  let [cosine, sine, power] = [0, 0, 0];
  for (const [at, sample] of samples.entries()) {
    const angle = (2 * Math.PI * toneHz * at) / 16_000;
    cosine += sample * Math.cos(angle);
    sine += sample * Math.sin(angle);
    power += sample * sample;
  }
  return power === 0 ? 0 : (2 * (cosine ** 2 + sine ** 2)) / (power * samples.length);
}

/** 440 Hz on the first channel, 1000 Hz on the second, for a second. */
export function expectTwoTones(decoded: Decoded, purity = 0.9): void {
  expect(decoded.audio.channelCount).toBe(2);
  expect(decoded.audio.isDualMono).toBe(false);
  expect(toneShare(decoded.channels[0], 440)).toBeGreaterThan(purity);
  expect(toneShare(decoded.channels[1], 1000)).toBeGreaterThan(purity);
  expect(decoded.audio.durationMs).toBeGreaterThan(940);
  expect(decoded.audio.durationMs).toBeLessThan(1080);
}

export const noise = (length: number): Buffer => {
  const bytes = Buffer.alloc(length);
  // A fixed sequence that looks random: x → 1664525 x + 1013904223, its upper byte.
  for (let at = 0, x = 1; at < length; at++) {
    x = (Math.imul(x, 1_664_525) + 1_013_904_223) >>> 0;
    bytes[at] = x >>> 24;
  }
  return bytes;
};

/** An hour of two tones in µ-law at 16 kHz, 115 MB. */
export async function writeHourOfSound(path: string): Promise<void> {
  await using file = await open(path, "w");
  const minute = makeWav({ encoding: "mulaw", seconds: 60 }).subarray(44);
  await file.write(wavHeader("mulaw", 16_000, 2, minute.length * 60));
  for (let written = 0; written < 60; written++) await file.write(minute);
}
