/** The buffer ends before the frame does: more of the file is needed. */
export class FlacUnderrun extends Error {}

/** Reads numbers of any width from bytes, the highest bit first. */
export class FlacBits {
  readonly #bytes: Uint8Array;
  #bit: number;

  constructor(bytes: Uint8Array, startByte: number) {
    this.#bytes = bytes;
    this.#bit = startByte * 8;
  }

  /** The next byte to be read, once aligned. */
  get bytePosition(): number {
    return Math.ceil(this.#bit / 8);
  }

  align(): void {
    this.#bit = this.bytePosition * 8;
  }

  /** @param width 0 to 36 bits */
  unsigned(width: number): number {
    let value = 0;
    for (let left = width; left > 0;) {
      const free = 8 - (this.#bit & 7);
      const take = free < left ? free : left;
      const byte = this.#byte();
      value = value * (1 << take) + ((byte >> (free - take)) & ((1 << take) - 1));
      this.#bit += take;
      left -= take;
    }
    return value;
  }

  /** Two's complement. */
  signed(width: number): number {
    const value = this.unsigned(width);
    return width > 0 && value >= 2 ** (width - 1) ? value - 2 ** width : value;
  }

  /** How many zeros stand before the next one, which is read too. */
  unary(): number {
    for (let zeros = 0; ;) {
      const used = this.#bit & 7;
      const rest = (this.#byte() << used) & 0xff;
      if (rest === 0) {
        zeros += 8 - used;
        this.#bit += 8 - used;
        continue;
      }
      const leading = Math.clz32(rest) - 24;
      this.#bit += leading + 1;
      return zeros + leading;
    }
  }

  #byte(): number {
    const byte = this.#bytes[this.#bit >>> 3];
    if (byte === undefined) throw new FlacUnderrun();
    return byte;
  }
}
