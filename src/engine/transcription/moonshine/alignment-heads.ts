import type { ModelName } from "./model-files.ts";

export interface AlignmentHeads {
  /** Layer and head within it, both from 0. */
  readonly heads: readonly (readonly [layer: number, head: number])[];
  /** How much earlier than the sound these heads look, in frames. */
  readonly leadFrames: number;
}

/**
 * The cross-attention heads that follow the sound most closely, found by comparing each head's alignment with the exact phone times
 * of 28 synthesised sentences (two voices, 360 words); most other heads look ahead or at several places.
 */
export const ALIGNMENT_HEADS: Readonly<Record<ModelName, AlignmentHeads>> = {
  base: {
    heads: [
      [4, 2],
      [5, 1],
      [5, 4],
      [5, 5],
      [6, 0],
      [6, 1],
      [6, 4],
      [7, 2],
    ],
    leadFrames: 0,
  },
  tiny: {
    heads: [
      [3, 7],
      [4, 6],
      [5, 0],
      [5, 6],
    ],
    leadFrames: 1,
  },
};
