import type { FlacBits } from "./flac-bits.ts";
import { FlacFrameError } from "./flac-error.ts";

/** How the fixed predictors weigh the samples before, the latest first. RFC 9639, 9.2.5. */
const fixedPredictors = [[], [1], [2, -1], [3, -3, 1], [4, -6, 4, -1]];

/** One channel of a frame. RFC 9639, 9.2. */
export function readSubframe(bits: FlacBits, blockFrames: number, bitsPerSample: number): Float64Array {
  if (bits.unsigned(1) !== 0) throw new FlacFrameError("padding bit of the subframe");
  const type = bits.unsigned(6);
  const wastedBits = bits.unsigned(1) === 0 ? 0 : bits.unary() + 1;
  const depth = bitsPerSample - wastedBits;
  if (depth < 1) throw new FlacFrameError("more wasted bits than bits");
  const samples = new Float64Array(blockFrames);
  if (type === 0) samples.fill(bits.signed(depth));
  else if (type === 1) samples.forEach((_, at) => (samples[at] = bits.signed(depth)));
  else readPredicted(bits, samples, type, depth);
  if (wastedBits > 0) samples.forEach((sample, at) => (samples[at] = sample * 2 ** wastedBits));
  return samples;
}

function readPredicted(bits: FlacBits, samples: Float64Array, type: number, depth: number): void {
  const fixed = type >= 8 ? fixedPredictors[type - 8] : undefined;
  const order = fixed?.length ?? (type & 31) + 1;
  if ((fixed === undefined && type < 32) || order > samples.length) throw new FlacFrameError("type of the subframe");
  for (let at = 0; at < order; at++) samples[at] = bits.signed(depth);
  if (fixed) {
    readResidual(bits, samples, order);
    predict(samples, fixed, 0);
    return;
  }
  const precision = bits.unsigned(4) + 1;
  const shift = bits.signed(5);
  if (precision === 16 || shift < 0) throw new FlacFrameError("precision of the predictor");
  const coefficients = Array.from({ length: order }, () => bits.signed(precision));
  readResidual(bits, samples, order);
  predict(samples, coefficients, shift);
}

/** Adds to each residual what the samples before it foretell. */
function predict(samples: Float64Array, coefficients: readonly number[], shift: number): void {
  const scale = 2 ** -shift;
  const weights = Float64Array.from(coefficients);
  for (let at = weights.length; at < samples.length; at++) {
    let sum = 0;
    for (let back = 0; back < weights.length; back++) sum += (weights[back] ?? 0) * (samples[at - 1 - back] ?? 0);
    // The sums pass 32 bits, not the 53 of a double, so dividing and rounding down is the shift the format asks for.
    samples[at] = (samples[at] ?? 0) + Math.floor(sum * scale);
  }
}

/** Rice-coded residuals, in partitions with a parameter each. RFC 9639, 9.2.7. */
function readResidual(bits: FlacBits, samples: Float64Array, order: number): void {
  const method = bits.unsigned(2);
  if (method > 1) throw new FlacFrameError("coding of the residual");
  const parameterBits = method === 0 ? 4 : 5;
  const partitionCount = 1 << bits.unsigned(4);
  const partitionFrames = samples.length / partitionCount;
  if (!Number.isInteger(partitionFrames) || partitionFrames < order)
    throw new FlacFrameError("partitions of the residual");
  for (let partition = 0, at = order; partition < partitionCount; partition++) {
    const end = (partition + 1) * partitionFrames;
    const parameter = bits.unsigned(parameterBits);
    const isEscaped = parameter === (1 << parameterBits) - 1;
    const rawBits = isEscaped ? bits.unsigned(5) : 0;
    for (; at < end; at++) samples[at] = isEscaped ? bits.signed(rawBits) : readRice(bits, parameter);
  }
}

function readRice(bits: FlacBits, parameter: number): number {
  const folded = bits.unary() * 2 ** parameter + bits.unsigned(parameter);
  return folded % 2 === 0 ? folded / 2 : -(folded + 1) / 2;
}
