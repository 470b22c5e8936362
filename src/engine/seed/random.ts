import { createHash } from "node:crypto";

/** Numbers that only look like chance: the same seed gives the same ones, everywhere and in every release. */
export interface Random {
  /** From 0 up to below 1. */
  next(): number;
  /** A whole number from `low` to `high`, both included. */
  whole(low: number, high: number): number;
  /** True in this share of all cases, 0 to 1. */
  chance(share: number): boolean;
  pick<T>(from: readonly T[]): T;
  shuffled<T>(items: readonly T[]): T[];
}

/** The parts of the seed are told apart: `("a", "bc")` and `("ab", "c")` give different numbers. */
export function makeRandom(...seed: readonly (string | number)[]): Random {
  const next = sfc32(createHash("sha256").update(JSON.stringify(seed)).digest());
  const whole = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  return {
    next,
    whole,
    chance: (share) => next() < share,
    pick: (from) => itemAt(from, whole(0, from.length - 1)),
    shuffled: (items) => {
      const rest = [...items];
      return items.flatMap(() => rest.splice(whole(0, rest.length - 1), 1));
    },
  };
}

/** The "small fast counter" generator (Doty-Humphrey, PractRand): 128 bits of state, 32 bits a step. */
function sfc32(seed: Buffer): () => number {
  let [a, b, c, counter] = [0, 4, 8, 12].map((at) => seed.readInt32LE(at)) as [number, number, number, number]; // four offsets, four numbers
  return () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 2 ** 32;
  };
}

/** @throws RangeError when there is no such item */
export function itemAt<T>(items: readonly T[], position: number): T {
  const item = items[position];
  if (item === undefined) throw new RangeError(`There is no item ${position} among ${items.length}`);
  return item;
}
