/** Writes whole numbers in as few bytes as their size needs (LEB128): below 128 one byte, below 16,384 two. */
export class VarintWriter {
  #bytes = new Uint8Array(1024);
  #length = 0;

  /** @throws RangeError for what is not a whole number from 0 to 2^53-1 */
  unsigned(value: number): void {
    if (!Number.isSafeInteger(value) || value < 0) throw new RangeError(`${value} is not a whole number from 0 up`);
    this.#reserve(8);
    let rest = value;
    while (rest > 0x7f) {
      this.#bytes[this.#length++] = (rest % 0x80) | 0x80;
      rest = Math.floor(rest / 0x80);
    }
    this.#bytes[this.#length++] = rest;
  }

  /** Small numbers stay small whatever their sign. */
  signed(value: number): void {
    if (!Number.isSafeInteger(value)) throw new RangeError(`${value} is not a whole number`);
    this.unsigned(value < 0 ? -value * 2 - 1 : value * 2);
  }

  float(value: number): void {
    this.bytes(new Uint8Array(Float64Array.of(value).buffer));
  }

  text(value: string): void {
    const bytes = new TextEncoder().encode(value);
    this.unsigned(bytes.length);
    this.bytes(bytes);
  }

  bytes(value: Uint8Array): void {
    this.#reserve(value.length);
    this.#bytes.set(value, this.#length);
    this.#length += value.length;
  }

  finish(): Uint8Array {
    return this.#bytes.slice(0, this.#length);
  }

  #reserve(count: number): void {
    if (this.#length + count <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(this.#bytes.length * 2, this.#length + count));
    larger.set(this.#bytes);
    this.#bytes = larger;
  }
}

/** Reads back, in the same order, what `VarintWriter` wrote. */
export class VarintReader {
  readonly #bytes: Uint8Array;
  #position = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get isAtEnd(): boolean {
    return this.#position >= this.#bytes.length;
  }

  unsigned(): number {
    let value = 0;
    let scale = 1;
    for (;;) {
      const byte = this.#bytes[this.#position++];
      if (byte === undefined) throw new RangeError("The record ends in the middle of a number");
      value += (byte & 0x7f) * scale;
      if (byte < 0x80) return value;
      scale *= 0x80;
    }
  }

  signed(): number {
    const folded = this.unsigned();
    return folded % 2 === 1 ? -(folded + 1) / 2 : folded / 2;
  }

  float(): number {
    const bytes = this.#take(8).slice();
    return new Float64Array(bytes.buffer)[0] ?? 0;
  }

  text(): string {
    return new TextDecoder("utf-8", { ignoreBOM: true }).decode(this.#take(this.unsigned()));
  }

  #take(count: number): Uint8Array {
    const taken = this.#bytes.subarray(this.#position, this.#position + count);
    if (taken.length < count) throw new RangeError("The record ends in the middle of a value");
    this.#position += count;
    return taken;
  }
}
