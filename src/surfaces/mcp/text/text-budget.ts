/** An answer's length at most: some 8,000 tokens, so that an agent can read several of them. */
export const TEXT_CHARACTERS = 30_000;

/** How many of the blocks, from the first on, fit into so many characters, a line break after each; one at least. */
export function countFitting(blocks: readonly string[], characters: number): number {
  let [count, length] = [0, 0];
  for (const block of blocks) {
    length += block.length + 1;
    if (length > characters && count > 0) break;
    count += 1;
  }
  return count;
}

/** The whole lines that fit, and where the rest is. */
export function cutLines(text: string, characters = TEXT_CHARACTERS): string {
  if (text.length <= characters) return text;
  const lines = text.split("\n");
  const count = countFitting(lines, characters);
  const left = lines.length - count;
  return [...lines.slice(0, count), `(${left} more lines are left out here; the structured content has all.)`].join(
    "\n",
  );
}
