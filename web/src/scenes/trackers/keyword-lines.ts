/** One phrase a line; empty lines and those that are there already do not count. */
export function readKeywordLines(text: string): readonly string[] {
  const lines = text.split("\n").map((line) => line.trim());
  return [...new Set(lines.filter((line) => line !== ""))];
}
