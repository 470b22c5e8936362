import { SAMPLE_RATE_HZ } from "./samples.ts";

/** Zero crossings of the sinc on each side: sets how steep the filter is. */
const ZERO_CROSSINGS = 16;
/** The filter's corner, as part of the lower of both Nyquist frequencies; the rest is for its slope. */
const PASSBAND = 0.92;
/** About 90 dB of attenuation. */
const KAISER_BETA = 9;
/** Odd rates would need one filter for each sample of a second; this many, the nearest taken, is finer than one can hear. */
const MAX_PHASES = 1024;

/** Brings one channel from any sample rate to 16 kHz, piece by piece. Output sample n stands at the time of n/16000 s. */
export class Resampler {
  readonly #inputRateHz: number;
  readonly #kernel: Kernel;
  /** Input not yet used up, beginning `halfTaps` before the next output's time. */
  #pending: Float32Array;
  /** Position in the input of `#pending[0]`, in samples. */
  #pendingStart: number;
  #inputCount = 0;
  #outputCount = 0;

  constructor(inputRateHz: number) {
    this.#inputRateHz = inputRateHz;
    this.#kernel = makeKernel(inputRateHz);
    this.#pending = new Float32Array(this.#kernel.halfTaps);
    this.#pendingStart = -this.#kernel.halfTaps;
  }

  /** The output that can be computed with what has come so far. */
  push(input: Float32Array): Float32Array {
    this.#inputCount += input.length;
    if (this.#inputRateHz === SAMPLE_RATE_HZ) return input;
    this.#append(input);
    const lastUsable = this.#pendingStart + this.#pending.length - this.#kernel.halfTaps;
    return this.#produce(Math.max(0, Math.ceil((lastUsable * SAMPLE_RATE_HZ) / this.#inputRateHz)));
  }

  /** The rest, after the last input. */
  flush(): Float32Array {
    if (this.#inputRateHz === SAMPLE_RATE_HZ) return new Float32Array(0);
    this.#append(new Float32Array(this.#kernel.halfTaps + 1));
    return this.#produce(Math.round((this.#inputCount * SAMPLE_RATE_HZ) / this.#inputRateHz));
  }

  #append(input: Float32Array): void {
    const joined = new Float32Array(this.#pending.length + input.length);
    joined.set(this.#pending);
    joined.set(input, this.#pending.length);
    this.#pending = joined;
  }

  #produce(upTo: number): Float32Array {
    const output = new Float32Array(Math.max(0, upTo - this.#outputCount));
    for (let at = 0; at < output.length; at++) output[at] = this.#interpolate(this.#outputCount + at);
    this.#outputCount += output.length;
    const nextInput = Math.floor((this.#outputCount * this.#inputRateHz) / SAMPLE_RATE_HZ);
    const used = Math.min(this.#pending.length, Math.max(0, nextInput - this.#kernel.halfTaps - this.#pendingStart));
    this.#pending = this.#pending.slice(used);
    this.#pendingStart += used;
    return output;
  }

  /** The input's value at the time of output sample `index`. */
  #interpolate(index: number): number {
    const { phases, phaseCount, halfTaps } = this.#kernel;
    // Whole samples and the remainder are exact integers; a running fraction would drift over hours.
    const numerator = index * this.#inputRateHz;
    let base = Math.floor(numerator / SAMPLE_RATE_HZ);
    let phase = Math.round(((numerator - base * SAMPLE_RATE_HZ) * phaseCount) / SAMPLE_RATE_HZ);
    if (phase === phaseCount) [base, phase] = [base + 1, 0];
    const taps = phases[phase] ?? new Float32Array(0);
    const from = base - halfTaps + 1 - this.#pendingStart;
    // Local, since this loop is nearly all the time that resampling takes.
    const pending = this.#pending;
    let sum = 0;
    for (let tap = 0; tap < taps.length; tap++) sum += (taps[tap] ?? 0) * (pending[from + tap] ?? 0);
    return sum;
  }
}

interface Kernel {
  /** One filter for each place between two input samples where an output sample can stand. */
  readonly phases: readonly Float32Array[];
  readonly phaseCount: number;
  readonly halfTaps: number;
}

function makeKernel(inputRateHz: number): Kernel {
  const phaseCount = Math.min(SAMPLE_RATE_HZ / greatestCommonDivisor(inputRateHz, SAMPLE_RATE_HZ), MAX_PHASES);
  const cutoff = PASSBAND * Math.min(1, SAMPLE_RATE_HZ / inputRateHz);
  const halfTaps = Math.ceil(ZERO_CROSSINGS / cutoff);
  const phases = Array.from({ length: phaseCount }, (_, phase) => makePhase(phase / phaseCount, cutoff, halfTaps));
  return { phases, phaseCount, halfTaps };
}

/** A windowed sinc centred `offset` input samples after tap `halfTaps - 1`, of unit gain. */
function makePhase(offset: number, cutoff: number, halfTaps: number): Float32Array {
  const taps = Float64Array.from({ length: 2 * halfTaps }, (_, tap) => {
    const distance = tap - (halfTaps - 1) - offset;
    return sinc(distance * cutoff) * kaiser(distance / halfTaps);
  });
  const gain = taps.reduce((sum, tap) => sum + tap, 0);
  return Float32Array.from(taps, (tap) => tap / gain);
}

function sinc(x: number): number {
  return x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
}

/** @param x from -1 to 1 */
function kaiser(x: number): number {
  return Math.abs(x) > 1 ? 0 : bessel0(KAISER_BETA * Math.sqrt(1 - x * x)) / bessel0(KAISER_BETA);
}

/** Modified Bessel function of the first kind, order 0, by its power series. */
function bessel0(x: number): number {
  let [sum, term] = [1, 1];
  for (let k = 1; term > sum * 1e-12; k++) {
    term *= (x / (2 * k)) ** 2;
    sum += term;
  }
  return sum;
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
