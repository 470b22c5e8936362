/** Which words of the one are which of the other, as index pairs in order. */
export type WordPairs = readonly (readonly [referenceIndex: number, heardIndex: number])[];

export interface WordErrors {
  /** Substitutions, insertions and deletions. */
  readonly errorCount: number;
  readonly referenceCount: number;
  readonly matches: WordPairs;
}

/** The fewest edits that make one word list of the other (Levenshtein), and the words that are the same in both. */
export function compareWords(reference: readonly string[], heard: readonly string[]): WordErrors {
  const costs = editCosts(reference, heard);
  const costAt = (row: number, column: number): number => costs[row]?.[column] ?? Infinity;
  const matches: [number, number][] = [];
  let row = reference.length;
  let column = heard.length;
  while (row > 0 && column > 0) {
    const isSame = reference[row - 1] === heard[column - 1];
    if (costAt(row, column) === costAt(row - 1, column - 1) + (isSame ? 0 : 1)) {
      row--;
      column--;
      if (isSame) matches.unshift([row, column]);
    } else if (costAt(row, column) === costAt(row - 1, column) + 1) {
      row--;
    } else {
      column--;
    }
  }
  return { errorCount: costAt(reference.length, heard.length), referenceCount: reference.length, matches };
}

function editCosts(reference: readonly string[], heard: readonly string[]): Uint16Array[] {
  const costs = [Uint16Array.from({ length: heard.length + 1 }, (_, column) => column)];
  for (const [index, word] of reference.entries()) {
    const above = costs[index] ?? new Uint16Array(0);
    const current = Uint16Array.of(index + 1, ...heard.map(() => 0));
    for (const [column, other] of heard.entries()) {
      const substituted = (above[column] ?? 0) + (word === other ? 0 : 1);
      current[column + 1] = Math.min(substituted, (above[column + 1] ?? 0) + 1, (current[column] ?? 0) + 1);
    }
    costs.push(current);
  }
  return costs;
}
