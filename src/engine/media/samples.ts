/** The one form in which sound is kept between decoding and transcription: 16 kHz, signed 16 bit, little-endian, interleaved. */
export const SAMPLE_RATE_HZ = 16_000;
export const BYTES_PER_SAMPLE = 2;

export function framesToMs(frameCount: number): number {
  return Math.round((frameCount * 1000) / SAMPLE_RATE_HZ);
}

/** Samples from -1 to 1 of one or two channels, as interleaved 16-bit numbers. What is no number becomes silence. */
export function toInterleaved(channels: readonly Float32Array[]): Int16Array {
  const channelCount = channels.length;
  const frameCount = channels[0]?.length ?? 0;
  const interleaved = new Int16Array(frameCount * channelCount);
  for (const [channel, samples] of channels.entries()) {
    for (let frame = 0, at = channel; frame < frameCount; frame++, at += channelCount) {
      const scaled = Math.round((samples[frame] ?? 0) * 32_768);
      // Storing a NaN in an Int16Array makes it 0.
      interleaved[at] = scaled > 32_767 ? 32_767 : scaled < -32_768 ? -32_768 : scaled;
    }
  }
  return interleaved;
}

/** One array of samples from -1 to 1 for each channel. */
export function fromInterleaved(interleaved: Int16Array, channelCount: number): Float32Array[] {
  const frameCount = Math.floor(interleaved.length / channelCount);
  return Array.from({ length: channelCount }, (_, channel) => {
    const samples = new Float32Array(frameCount);
    for (let frame = 0, at = channel; frame < frameCount; frame++, at += channelCount) {
      samples[frame] = (interleaved[at] ?? 0) / 32_768;
    }
    return samples;
  });
}

/** The mean of all channels: nobody is lost, whichever channel they are on. */
export function foldToMono(channels: readonly Float32Array[]): Float32Array {
  const mono = new Float32Array(channels[0]?.length ?? 0);
  for (const samples of channels) {
    for (let frame = 0; frame < mono.length; frame++)
      mono[frame] = (mono[frame] ?? 0) + (samples[frame] ?? 0) / channels.length;
  }
  return mono;
}
