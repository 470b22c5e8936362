import type { FrameSpan } from "./align-tokens.ts";

/** 24 ms at 16 kHz: the encoder's frame. */
export const FRAME_SAMPLES = 384;

/** Below the loudest parts by more than this is silence, whatever the noise. */
const SPEECH_RANGE_DB = 35;
/** How far from the quiet parts up to the loud ones silence reaches. */
const SILENCE_SHARE = 0.3;
const SILENT_DB = -90;

/**
 * Attention gives a pause to the words around it. This takes it away again: a word neither begins nor ends in silence.
 * @param spans of words; each keeps at least one frame.
 */
export function trimSilence(spans: readonly FrameSpan[], samples: Float32Array): FrameSpan[] {
  const levelsDb = frameLevelsDb(samples);
  const thresholdDb = silenceThresholdDb(levelsDb);
  const isSilent = (frame: number): boolean => (levelsDb[frame] ?? SILENT_DB) < thresholdDb;
  return spans.map((span) => {
    let { startFrame, endFrame } = span;
    while (startFrame < endFrame - 1 && isSilent(startFrame)) startFrame++;
    while (endFrame > startFrame + 1 && isSilent(endFrame - 1)) endFrame--;
    return { startFrame, endFrame };
  });
}

function silenceThresholdDb(levelsDb: Float32Array): number {
  const sorted = levelsDb.toSorted();
  const quietDb = sorted[Math.floor(sorted.length * 0.05)] ?? SILENT_DB;
  const loudDb = sorted[Math.floor(sorted.length * 0.95)] ?? SILENT_DB;
  return Math.max(quietDb + SILENCE_SHARE * (loudDb - quietDb), loudDb - SPEECH_RANGE_DB);
}

function frameLevelsDb(samples: Float32Array): Float32Array {
  const levelsDb = new Float32Array(Math.floor(samples.length / FRAME_SAMPLES));
  for (let frame = 0; frame < levelsDb.length; frame++) {
    let energy = 0;
    for (const sample of samples.subarray(frame * FRAME_SAMPLES, (frame + 1) * FRAME_SAMPLES))
      energy += sample * sample;
    levelsDb[frame] = Math.max(SILENT_DB, 10 * Math.log10(energy / FRAME_SAMPLES));
  }
  return levelsDb;
}
