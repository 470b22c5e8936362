const SAMPLE_RATE_HZ = 16_000;
const LONGEST_SAMPLES = 20 * SAMPLE_RATE_HZ;
const WINDOW_SAMPLES = SAMPLE_RATE_HZ / 5;

/** Cuts a recording of more than 20 s in halves, at the quietest fifth of a second of its middle third, and those again. */
export function cutAtQuiet(samples: Float32Array): Float32Array[] {
  if (samples.length <= LONGEST_SAMPLES) return [samples];
  const third = Math.floor(samples.length / 3);
  let quietest = third;
  let least = Infinity;
  for (let start = third; start < 2 * third; start += WINDOW_SAMPLES / 4) {
    const energy = samples.subarray(start, start + WINDOW_SAMPLES).reduce((sum, sample) => sum + sample * sample, 0);
    if (energy >= least) continue;
    least = energy;
    quietest = start + WINDOW_SAMPLES / 2;
  }
  return [...cutAtQuiet(samples.subarray(0, quietest)), ...cutAtQuiet(samples.subarray(quietest))];
}
