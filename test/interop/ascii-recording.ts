const SAMPLE_RATE_HZ = 8000;

/**
 * Four seconds of a tone as a WAV file without any byte above 127, so that it stays what it is where a client takes a file for text.
 */
export function makeAsciiRecording(): string {
  const samples = Buffer.alloc(0x7f00, 0);
  // 8 bits a sample, of which 64 is a negative value and 127 all but silence.
  for (const index of samples.keys())
    samples[index] = 96 + Math.round(31 * Math.sin((index * 2 * Math.PI * 440) / SAMPLE_RATE_HZ));
  const header = Buffer.alloc(44);
  header.write("RIFF", 0);
  header.writeUInt32LE(header.length - 8 + samples.length, 4);
  header.write("WAVEfmt ", 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(SAMPLE_RATE_HZ, 24);
  header.writeUInt32LE(SAMPLE_RATE_HZ, 28);
  header.writeUInt16LE(1, 32);
  header.writeUInt16LE(8, 34);
  header.write("data", 36);
  header.writeUInt32LE(samples.length, 40);
  return Buffer.concat([header, samples]).toString("latin1");
}
