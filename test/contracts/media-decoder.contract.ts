import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "vitest";
import { makeSilentFlac } from "../support/silent-flac.ts";
import { makeWav, wavEncodingNames, wavHeader } from "../support/wav-files.ts";
import { describeCases, type ContractCase, type OpenParts } from "./contract-cases.ts";
import {
  decode,
  expectTwoTones,
  failure,
  fixtures,
  HOUR_MS,
  noise,
  toneShare,
  writeHourOfSound,
  type MediaDecoderParts,
} from "./decoded-tones.ts";

export function describeMediaDecoderContract(name: string, openParts: OpenParts<MediaDecoderParts>): void {
  describeCases(`${name} decodes recordings`, mediaDecoderCases, openParts);
}

const formats: readonly [file: string, contentType: string, codec: string, hasVideo: boolean][] = [
  ["two-tones.mp3", "audio/mpeg", "mp3", false],
  ["two-tones.m4a", "audio/mp4", "aac", false],
  ["two-tones-index-first.m4a", "audio/mp4", "aac", false],
  ["two-tones.aac", "audio/aac", "aac", false],
  ["two-tones-opus.ogg", "audio/ogg", "opus", false],
  ["two-tones-vorbis.ogg", "audio/ogg", "vorbis", false],
  ["two-tones.flac", "audio/flac", "flac", false],
  ["two-tones.webm", "audio/webm", "opus", false],
  ["two-tones.mkv", "audio/x-matroska", "aac", false],
  ["two-tones-longer-picture.mkv", "video/x-matroska", "aac", true],
  ["two-tones-video.mp4", "video/mp4", "aac", true],
  ["two-tones-video.webm", "video/webm", "opus", true],
  ["two-tones-fragmented.mp4", "video/mp4", "aac", true],
];

export const mediaDecoderCases: readonly ContractCase<MediaDecoderParts>[] = [
  ...wavEncodingNames.map((encoding): ContractCase<MediaDecoderParts> => ({
    name: `reads a WAV file of ${encoding} samples, each channel in its place`,
    async check(parts) {
      const decoded = await decode(parts, makeWav({ encoding }));
      expectTwoTones(decoded, 0.99);
      expect(decoded).toMatchObject({ contentType: "audio/wav", hasVideo: false, warnings: [] });
    },
  })),
  ...[8000, 11_025, 22_050, 44_100, 48_000].map((sampleRateHz): ContractCase<MediaDecoderParts> => ({
    name: `brings ${sampleRateHz} Hz to 16 kHz`,
    async check(parts) {
      const decoded = await decode(parts, makeWav({ sampleRateHz }));
      expectTwoTones(decoded, 0.99);
      expect(decoded.audio.sampleRateHz).toBe(sampleRateHz);
      // Half the full loudness: 16384.
      expect(Math.max(...(decoded.channels[0] ?? []).slice(800, -800))).toBeGreaterThan(16_000);
      expect(Math.max(...(decoded.channels[0] ?? []).slice(800, -800))).toBeLessThan(16_800);
    },
  })),
  ...formats.map(([file, contentType, codec, hasVideo]): ContractCase<MediaDecoderParts> => ({
    name: `reads ${file}`,
    async check(parts) {
      const decoded = await decode(parts, file);
      expectTwoTones(decoded);
      expect(decoded).toMatchObject({ contentType, hasVideo, warnings: [], audio: { codec } });
    },
  })),
  {
    name: "writes exactly a second of samples for a second of sound",
    async check(parts) {
      const decoded = await decode(parts, makeWav({ sampleRateHz: 16_000 }));
      expect(decoded.audio.durationMs).toBe(1000);
      expect(decoded.channels.map((channel) => channel.length)).toEqual([16_000, 16_000]);
    },
  },
  {
    name: "goes by the bytes and not by the name",
    async check(parts) {
      const media = await readFile(join(fixtures, "two-tones.mp3"));
      const decoded = await decode(parts, media, { fileName: "call.wav" });
      expectTwoTones(decoded);
      expect(decoded.contentType).toBe("audio/mpeg");
    },
  },
  {
    name: "starts an MP3 that was cut out of a longer one at its first whole frame",
    async check(parts) {
      const media = await readFile(join(fixtures, "two-tones.mp3"));
      const decoded = await decode(parts, media.subarray(1000));
      expect(decoded.audio.channelCount).toBe(2);
      expect(toneShare(decoded.channels[0], 440)).toBeGreaterThan(0.9);
      expect(decoded.audio.durationMs).toBeGreaterThan(800);
    },
  },
  {
    name: "keeps one channel as one",
    async check(parts) {
      const decoded = await decode(parts, makeWav({ tonesHz: [440] }));
      expect(decoded.audio).toMatchObject({ channelCount: 1, isDualMono: false, durationMs: 1000 });
      expect(toneShare(decoded.channels[0], 440)).toBeGreaterThan(0.99);
    },
  },
  {
    name: "notices the same sound on both channels",
    async check(parts) {
      const decoded = await decode(parts, makeWav({ tonesHz: [440, 440] }));
      expect(decoded.audio).toMatchObject({ channelCount: 2, isDualMono: true });
    },
  },
  {
    name: "mixes three channels into one that has the sound of each, and says so",
    async check(parts) {
      const decoded = await decode(parts, makeWav({ tonesHz: [440, 1000, 2500] }));
      expect(decoded.audio.channelCount).toBe(1);
      for (const toneHz of [440, 1000, 2500]) expect(toneShare(decoded.channels[0], toneHz)).toBeCloseTo(1 / 3, 1);
      expect(decoded.warnings).toEqual([expect.stringContaining("3 channels")]);
    },
  },
  {
    name: "reads what there is of a file that was cut off, and says how much is missing",
    async check(parts) {
      const wav = makeWav({ sampleRateHz: 8000, seconds: 10 });
      const decoded = await decode(parts, wav.subarray(0, 44 + 4 * 8000 * 4));
      expect(decoded.audio.durationMs).toBe(4000);
      expect(decoded.warnings).toEqual([expect.stringMatching(/says it is 10 s long; 6 s of that could not be read/)]);
      const flac = await decode(parts, makeSilentFlac({ seconds: 40, claimedSeconds: 60 }));
      expect(flac.audio.durationMs).toBe(40_000);
      expect(flac.warnings.join()).toMatch(/says it is 1 min 0 s long; 20 s of that could not be read/);
    },
  },
  {
    name: "reads a WAV file whose header claims 4 GB for what it holds",
    async check(parts) {
      const decoded = await decode(parts, makeWav({ seconds: 2, claimedBytes: 0xffff_ff00 }));
      expect(decoded.audio.durationMs).toBe(2000);
      // 4294967040 bytes at 64000 a second: 67108 s, which is 18 h 38 min.
      expect(decoded.warnings).toEqual([expect.stringContaining("says it is 18 h 38 min long")]);
    },
  },
  {
    name: "takes the size that a recorder left open in a WAV header for what it is",
    async check(parts) {
      const decoded = await decode(parts, makeWav({ claimedBytes: 0xffff_ffff }));
      expect(decoded.audio.durationMs).toBe(1000);
      expect(decoded.warnings).toEqual([]);
    },
  },
  {
    name: "says that a recording is silent",
    async check(parts) {
      const decoded = await decode(parts, makeWav({ tonesHz: [0, 0] }));
      expect(decoded.audio.isDualMono).toBe(false);
      expect(decoded.warnings).toEqual([expect.stringContaining("silent")]);
    },
  },
  {
    name: "finds no sound in a WAV file that is a header alone, and in a video without any",
    async check(parts) {
      expect(await failure(parts, wavHeader("s16", 8000, 1, 0))).toBe("media-no-audio");
      expect(await failure(parts, "no-sound.mp4")).toBe("media-no-audio");
    },
  },
  {
    name: "refuses what is no recording",
    async check(parts) {
      expect(await failure(parts, new Uint8Array())).toBe("media-unreadable");
      expect(await failure(parts, Buffer.alloc(50_000))).toBe("media-unreadable");
      expect(await failure(parts, noise(50_000))).toBe("media-unreadable");
      expect(await failure(parts, Buffer.from("<!doctype html><html><title>Log in</title></html>"))).toBe(
        "media-format",
      );
      expect(await failure(parts, Buffer.from("#EXTM3U\n#EXTINF:10,\nfile:///etc/passwd\n"))).toBe("media-format");
    },
  },
  {
    name: "refuses WAV files whose header cannot be true",
    async check(parts) {
      expect(await failure(parts, Buffer.concat([wavHeader("s16", 8000, 0, 1000), Buffer.alloc(1000)]))).toBe(
        "media-unreadable",
      );
      expect(await failure(parts, Buffer.concat([wavHeader("s16", 0, 1, 1000), Buffer.alloc(1000)]))).toBe(
        "media-unreadable",
      );
    },
  },
  {
    name: "refuses an MP4 file without its index, which is what a recording cut off mostly is",
    async check(parts) {
      const media = await readFile(join(fixtures, "two-tones.m4a"));
      expect(await failure(parts, media.subarray(0, 5000))).toBe("media-unreadable");
    },
  },
  {
    name: "comes back from a damaged M4A with a part of it or an error, never a crash",
    async check(parts) {
      const media = await readFile(join(fixtures, "two-tones.m4a"));
      noise(2500).copy(media, 2000);
      expect(await failure(parts, media)).toMatch(/^decoded \d+ ms$|^media-/);
    },
  },
  {
    name: "refuses what is longer than allowed: a day of silence in a few KB, and sound that goes on past the limit",
    async check(parts) {
      expect(await failure(parts, makeSilentFlac({ seconds: 86_400 }))).toBe("media-too-long");
      // A size left open says nothing of the length: the sound itself has to be stopped.
      const endless = makeWav({ seconds: 5, claimedBytes: 0xffff_ffff });
      expect(await failure(parts, endless, { maxDurationMs: 3000 })).toBe("media-too-long");
    },
  },
  {
    name: "stops when told to",
    async check(parts) {
      const controller = new AbortController();
      const reason = new Error("the server is stopping");
      const stop = { signal: controller.signal, onProgress: () => controller.abort(reason) };
      expect(await failure(parts, makeWav({ seconds: 60 }), stop)).toBe(reason);
      expect(await failure(parts, makeWav(), { signal: AbortSignal.abort(reason) })).toBe(reason);
    },
  },
  {
    name: "tells how far it is",
    async check(parts) {
      const seen: (readonly [number, number | undefined])[] = [];
      await decode(parts, makeWav({ seconds: 20 }), { onProgress: (...progress) => seen.push(progress) });
      const doneMs = seen.map(([done]) => done);
      expect(doneMs.length).toBeGreaterThan(1);
      expect(doneMs).toEqual(doneMs.toSorted((a, b) => a - b));
      expect(doneMs.at(-1)).toBeLessThanOrEqual(20_000);
      expect(new Set(seen.map(([, declared]) => declared))).toEqual(new Set([20_000]));
    },
  },
  {
    name: "needs no more memory for an hour than for a second",
    async check(parts) {
      const mediaPath = join(parts.folder, "hour.wav");
      await writeHourOfSound(mediaPath);
      const limits = { maxDurationMs: 2 * HOUR_MS, signal: new AbortController().signal };
      await decode(parts, makeWav());
      const before = process.memoryUsage.rss();
      let most = before;
      const onProgress = () => (most = Math.max(most, process.memoryUsage.rss()));
      const { audio } = await parts.decoder.decode(mediaPath, join(parts.folder, "samples"), { ...limits, onProgress });
      expect(audio.durationMs).toBe(HOUR_MS);
      // The samples alone are 230 MB.
      expect((most - before) / 1e6).toBeLessThan(150);
    },
  },
];
