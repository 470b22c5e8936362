import { asId } from "../../calls/ids.ts";
import type { Random } from "./random.ts";

/** Gong: ids are up to 19 digits. */
export function makeSeededId<T extends string>(random: Random): T {
  return asId<T>(String(random.whole(1_000_000_000, 8_999_999_999)) + String(random.whole(10_000_000, 99_999_999)));
}
