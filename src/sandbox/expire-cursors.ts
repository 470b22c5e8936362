import { makeRandom } from "../engine/seed/random.ts";
import { sequenceOf } from "../gong-api/cursor.ts";
import type { SandboxSettings } from "./sandbox-settings.ts";

/** More sequences than run at once; of those that are forgotten, the numbers are given anew. */
const REMEMBERED_SEQUENCES = 10_000;

/** Ends sequences of pages early: each sequence has a number, in order of their second pages, which decides. */
export class CursorExpiry {
  readonly #numbers = new Map<string, number>();
  #count = 0;

  isExpired(operationId: string, cursor: string, { seed, switches }: SandboxSettings): boolean {
    const early = switches["expired-cursors"];
    const sequence = sequenceOf(cursor);
    if (early === undefined || sequence === undefined) return false;
    const random = makeRandom(seed, "expired-cursors", this.#numberOf(`${operationId} ${sequence.expiresMs}`));
    return random.chance(early.share) && sequence.pageNumber >= random.whole(1, early.maxPages);
  }

  #numberOf(name: string): number {
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    const [oldest] = this.#numbers.keys();
    if (oldest !== undefined && this.#numbers.size >= REMEMBERED_SEQUENCES) this.#numbers.delete(oldest);
    this.#count += 1;
    this.#numbers.set(name, this.#count);
    return this.#count;
  }
}
