/** A quarter of a second at 16 kHz: long enough to compare, short enough to tell turns apart. */
const BLOCK_FRAMES = 4000;
/** The last block of a recording is compared when it has at least this much. */
const SHORTEST_BLOCK_FRAMES = 800;
/** 20 ms: what two legs of one call may be apart. */
const MAX_LAG_FRAMES = 320;
/** How often a new offset is looked for before a recording is taken as having none: it costs as much as decoding. */
const LAG_SEARCHES = 24;
/** About -60 dBFS, as the mean square of 16-bit samples. */
const SILENCE_POWER = 33 * 33;
/** 12 dB: an echo of one side on the other's channel is weaker than that. */
const MAX_GAIN_RATIO = 4;
const SAME_CORRELATION = 0.95;
const SAME_SHARE = 0.97;

/**
 * Notices that both channels of a recording carry the same sound, also when one is louder, inverted or a little later. Compares
 * block by block and weighs each by its loudness; silence says nothing.
 */
export class DualMonoMeter {
  readonly #left = new Float64Array(BLOCK_FRAMES);
  readonly #right = new Float64Array(BLOCK_FRAMES);
  #filled = 0;
  #lagFrames = 0;
  #searchesLeft = LAG_SEARCHES;
  #sameWeight = 0;
  #differentWeight = 0;

  /** @param interleaved 16-bit samples, left and right in turn. */
  add(interleaved: Int16Array): void {
    for (let at = 0; at + 1 < interleaved.length; at += 2) {
      this.#left[this.#filled] = interleaved[at] ?? 0;
      this.#right[this.#filled] = interleaved[at + 1] ?? 0;
      if (++this.#filled === BLOCK_FRAMES) this.#judgeBlock();
    }
  }

  /** To be asked once, after the last sample. False for a recording that is silent throughout. */
  isDualMono(): boolean {
    if (this.#filled >= SHORTEST_BLOCK_FRAMES) this.#judgeBlock();
    const total = this.#sameWeight + this.#differentWeight;
    return total > 0 && this.#sameWeight / total >= SAME_SHARE;
  }

  #judgeBlock(): void {
    const left = this.#left.subarray(0, this.#filled);
    const right = this.#right.subarray(0, this.#filled);
    this.#filled = 0;
    const leftPower = meanProduct(left, left);
    const rightPower = meanProduct(right, right);
    const louder = Math.max(leftPower, rightPower);
    if (louder < SILENCE_POWER) return;
    const isGainPlausible = louder <= Math.min(leftPower, rightPower) * MAX_GAIN_RATIO ** 2;
    if (isGainPlausible && this.#isSame(left, right)) this.#sameWeight += Math.sqrt(louder);
    else this.#differentWeight += Math.sqrt(louder);
  }

  #isSame(left: Float64Array, right: Float64Array): boolean {
    if (correlationAt(left, right, this.#lagFrames) >= SAME_CORRELATION) return true;
    if (this.#searchesLeft === 0) return false;
    this.#searchesLeft--;
    const lagFrames = bestLag(left, right);
    if (correlationAt(left, right, lagFrames) < SAME_CORRELATION) return false;
    this.#lagFrames = lagFrames;
    return true;
  }
}

function bestLag(left: Float64Array, right: Float64Array): number {
  let best = { lagFrames: 0, correlation: -1 };
  for (let lagFrames = -MAX_LAG_FRAMES; lagFrames <= MAX_LAG_FRAMES; lagFrames++) {
    const correlation = correlationAt(left, right, lagFrames);
    if (correlation > best.correlation) best = { lagFrames, correlation };
  }
  return best.lagFrames;
}

/** How alike the left and the later right are, 0 to 1, whatever their gains and polarity. */
function correlationAt(left: Float64Array, right: Float64Array, lagFrames: number): number {
  const length = left.length - Math.abs(lagFrames);
  if (length <= 0) return 0;
  const a = left.subarray(Math.max(0, -lagFrames)).subarray(0, length);
  const b = right.subarray(Math.max(0, lagFrames)).subarray(0, length);
  const power = meanProduct(a, a) * meanProduct(b, b);
  return power === 0 ? 0 : Math.abs(meanProduct(a, b)) / Math.sqrt(power);
}

function meanProduct(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += (a[at] ?? 0) * (b[at] ?? 0);
  return a.length === 0 ? 0 : sum / a.length;
}
