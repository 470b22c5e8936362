import { Resampler } from "./resampler.ts";
import { foldToMono, toInterleaved } from "./samples.ts";
import type { SoundPiece } from "./sound-piece.ts";

/** Turns pieces of sound as they come out of a file into 16 kHz samples of one or two channels. */
export class SoundConverter {
  readonly channelCount: 1 | 2;
  #resamplers: readonly Resampler[] = [];
  #inputRateHz = 0;
  #inputChannelCount = 0;

  constructor(channelCount: 1 | 2) {
    this.channelCount = channelCount;
  }

  /** Of the last piece; 0 before the first. */
  get inputRateHz(): number {
    return this.#inputRateHz;
  }

  /** The most that any piece had. */
  get inputChannelCount(): number {
    return this.#inputChannelCount;
  }

  push(piece: SoundPiece): Int16Array {
    checkPiece(piece);
    this.#inputChannelCount = Math.max(this.#inputChannelCount, piece.channels.length);
    const tail = piece.sampleRateHz === this.#inputRateHz ? new Int16Array(0) : this.#changeRate(piece.sampleRateHz);
    const channels = fitChannels(piece.channels, this.channelCount);
    const converted = toInterleaved(channels.map((samples, at) => this.#resamplers[at]?.push(samples) ?? samples));
    return tail.length === 0 ? converted : concat(tail, converted);
  }

  /** What is left after the last piece. */
  flush(): Int16Array {
    return toInterleaved(this.#resamplers.map((resampler) => resampler.flush()));
  }

  #changeRate(inputRateHz: number): Int16Array {
    const tail = this.flush();
    this.#inputRateHz = inputRateHz;
    this.#resamplers = Array.from({ length: this.channelCount }, () => new Resampler(inputRateHz));
    return tail;
  }
}

/** Decoders fed with rubbish answer with rubbish. */
function checkPiece({ sampleRateHz, channels }: SoundPiece): void {
  const isPlausible = Number.isInteger(sampleRateHz) && sampleRateHz >= 1000 && sampleRateHz <= 768_000;
  if (isPlausible && channels.length >= 1 && channels.length <= 64) return;
  throw new Error(`implausible sound: ${channels.length} channels of ${sampleRateHz} samples a second`);
}

/** Some decoders give a stretch in which both channels are equal as one. */
function fitChannels(channels: readonly Float32Array[], channelCount: 1 | 2): readonly Float32Array[] {
  if (channels.length === channelCount) return channels;
  const mono = foldToMono(channels);
  return channelCount === 1 ? [mono] : [mono, mono];
}

function concat(first: Int16Array, second: Int16Array): Int16Array {
  const both = new Int16Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}
