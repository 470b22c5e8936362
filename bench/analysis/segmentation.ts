/**
 * Pk (Beeferman et al. 1999): how often two places half a part's length apart are said to be in the same part or not, wrongly. 0 is right
 * everywhere, lower is better.
 */
export function pk(length: number, starts: readonly number[], found: readonly number[]): number {
  const wanted = partOfEach(length, starts);
  const guessed = partOfEach(length, found);
  const distance = Math.max(1, Math.round(length / new Set([0, ...starts]).size / 2));
  let wrong = 0;
  for (let place = 0; place + distance < length; place += 1) {
    const isTogether = wanted[place] === wanted[place + distance];
    if (isTogether !== (guessed[place] === guessed[place + distance])) wrong += 1;
  }
  return wrong / Math.max(1, length - distance);
}

/** As many cuts, at even distances. */
export function evenCuts(length: number, count: number): number[] {
  return Array.from({ length: count }, (_, index) => Math.round(((index + 1) * length) / (count + 1)));
}

function partOfEach(length: number, starts: readonly number[]): number[] {
  const opening = new Set(starts);
  let part = 0;
  return Array.from({ length }, (_, place) => {
    if (place > 0 && opening.has(place)) part += 1;
    return part;
  });
}
