/** One line of a file, without its end. */
export interface FileLine {
  /** `undefined` for a line that is longer than was allowed. */
  readonly bytes: Uint8Array | undefined;
  /** How far the file was read with it. */
  readonly endByte: number;
}

const LINE_FEED = 0x0a;

/** Cuts what comes into lines, holding one line at most. @param startByte where in the file the first byte is */
export async function* readLines(
  chunks: AsyncIterable<Uint8Array>,
  startByte: number,
  maxLineBytes: number,
): AsyncGenerator<FileLine> {
  let begun: Uint8Array[] = [];
  let begunBytes = 0;
  let endByte = startByte;
  const take = (piece: Uint8Array) => {
    begunBytes += piece.length;
    begun = begunBytes > maxLineBytes ? [] : [...begun, piece];
  };
  const finish = (): FileLine => {
    const line = { bytes: begunBytes > maxLineBytes ? undefined : Buffer.concat(begun), endByte };
    begun = [];
    begunBytes = 0;
    return line;
  };
  for await (const chunk of chunks) {
    let from = 0;
    for (let end = chunk.indexOf(LINE_FEED); end >= 0; end = chunk.indexOf(LINE_FEED, from)) {
      take(chunk.subarray(from, end));
      endByte += end + 1 - from;
      from = end + 1;
      yield finish();
    }
    take(chunk.subarray(from));
    endByte += chunk.length - from;
  }
  if (begunBytes > 0) yield finish();
}
