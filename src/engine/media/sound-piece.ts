/** A stretch of decoded sound at the file's own sample rate: one array of samples from -1 to 1 for each channel. */
export interface SoundPiece {
  readonly sampleRateHz: number;
  readonly channels: readonly Float32Array[];
}
