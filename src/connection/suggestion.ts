import { closest, distance } from "fastest-levenshtein";
import { canonicalName } from "./canonical-name.ts";

/** Says which of the known names the caller may have meant, or, where none is like what they wrote, which there are. */
export function suggestion(written: string, known: readonly string[]): string {
  if (known.length === 0) return "";
  const nearest = nearestName(canonicalName(written), known);
  return nearest === undefined ? `; there are ${known.join(", ")}` : `; did you mean ${nearest}?`;
}

/** People leave parts of a name out (`email`, `title`) more often than they misspell one. */
function nearestName(written: string, known: readonly string[]): string | undefined {
  const canonical = new Map(known.map((name) => [canonicalName(name), name]));
  const names = [...canonical.keys()];
  const whole = names.filter((name) => isPartOf(written, name) || isPartOf(name, written));
  const nearest = closest(written, whole.length > 0 ? whole : names);
  const isLike = whole.length > 0 || distance(written, nearest) <= Math.max(written.length, nearest.length) / 2;
  return isLike ? canonical.get(nearest) : undefined;
}

function isPartOf(part: string, name: string): boolean {
  return part !== "" && `-${name}-`.includes(`-${part}-`);
}
