/** What a telephone line does to a voice, on samples from -1 to 1. */

/** Where the filter has fallen by half, so that it leaves 300 to 3400 Hz as they are. */
const lowHz = 230;
const highHz = 3650;
const tapCount = 255;

/** Keeps what a telephone carries: a windowed-sinc filter, its delay taken out. */
export function bandLimit(samples: Float32Array, sampleRateHz: number): Float32Array {
  const taps = bandPassTaps(sampleRateHz);
  const half = (tapCount - 1) / 2;
  return samples.map((_, at) => {
    let sum = 0;
    for (let tap = 0; tap < tapCount; tap++) sum += (taps[tap] ?? 0) * (samples[at + half - tap] ?? 0);
    return sum;
  });
}

function bandPassTaps(sampleRateHz: number): Float32Array {
  const half = (tapCount - 1) / 2;
  return Float32Array.from({ length: tapCount }, (_, tap) => {
    const blackman =
      0.42 -
      0.5 * Math.cos((2 * Math.PI * tap) / (tapCount - 1)) +
      0.08 * Math.cos((4 * Math.PI * tap) / (tapCount - 1));
    return blackman * (lowPassTap(tap - half, highHz / sampleRateHz) - lowPassTap(tap - half, lowHz / sampleRateHz));
  });
}

/** The ideal low-pass filter's response, `cutoff` as a part of the sample rate. */
function lowPassTap(offset: number, cutoff: number): number {
  return offset === 0 ? 2 * cutoff : Math.sin(2 * Math.PI * cutoff * offset) / (Math.PI * offset);
}

/** Every second sample, from 16 kHz to 8 kHz; nothing above 4 kHz may be left. */
export function halveSampleRate(samples: Float32Array): Float32Array {
  return Float32Array.from({ length: Math.floor(samples.length / 2) }, (_, at) => samples[2 * at] ?? 0);
}

/** Scales so that the loudness (root mean square) is `levelDb` below full scale, and no peak clips. */
export function setLevel(samples: Float32Array, levelDb: number): Float32Array {
  const rms = Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length);
  const peak = samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
  const gain = Math.min(10 ** (levelDb / 20) / rms, 0.95 / peak);
  return samples.map((sample) => sample * gain);
}

/** The hiss of a line: always the same for the same seed. */
export function makeLineNoise(length: number, levelDb: number, seed: number): Float32Array {
  const next = makeRandom(seed);
  // The sum of a few even draws is near enough to a bell curve.
  const white = Float32Array.from({ length }, () => next() + next() + next() + next() - 2);
  return setLevel(bandLimit(white, 8000), levelDb);
}

/** Numbers from 0 to 1 by a linear congruential generator (Numerical Recipes' constants). */
function makeRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
