import { truncate } from "node:fs/promises";
import { expect, test } from "vitest";
import { chooseDecoder } from "../../src/engine/media/choose-decoder.ts";
import { JsDecoder } from "../../src/engine/media/js-decoder.ts";
import type { MediaDecoder } from "../../src/engine/media/media-decoder.ts";
import { failedCases, override } from "./contract-cases.ts";
import { openDecoderParts } from "./decoded-tones.ts";
import { describeMediaDecoderContract, mediaDecoderCases } from "./media-decoder.contract.ts";

const jsDecoder = new JsDecoder({ version: "under test" });
describeMediaDecoderContract("JsDecoder", () => openDecoderParts(jsDecoder));

const chosen = await chooseDecoder();
if (chosen.name.startsWith("ffmpeg")) describeMediaDecoderContract("FfmpegDecoder", () => openDecoderParts(chosen));
else process.stderr.write("FfmpegDecoder is left out: ffmpeg is not installed on this machine.\n");

const breakages: [string, (decoder: MediaDecoder) => Partial<MediaDecoder>][] = [
  [
    "loses half of the samples",
    (decoder) => ({
      async decode(mediaPath, samplesPath, options) {
        const decoded = await decoder.decode(mediaPath, samplesPath, options);
        await truncate(samplesPath, decoded.audio.durationMs * 16);
        return decoded;
      },
    }),
  ],
  [
    "keeps its warnings to itself",
    (decoder) => ({ decode: async (...decoding) => ({ ...(await decoder.decode(...decoding)), warnings: [] }) }),
  ],
  [
    "takes the limit lightly",
    (decoder) => ({
      decode: (mediaPath, samplesPath, options) =>
        decoder.decode(mediaPath, samplesPath, { ...options, maxDurationMs: options.maxDurationMs * 10 }),
    }),
  ],
];

const quickCases = mediaDecoderCases.filter(({ name }) => /^(writes|reads what|refuses what is longer)/.test(name));

test.each(breakages)("the contract notices a decoder that %s", async (_, breakIt) => {
  const failed = await failedCases(quickCases, () => openDecoderParts(override(jsDecoder, breakIt(jsDecoder))));
  expect(failed.length).toBeGreaterThan(0);
  expect(failed.length).toBeLessThan(quickCases.length);
});
