/** The first of many, and how many there are beyond them. */
export function listed<T>(
  items: readonly T[],
  most: number,
  write: (item: T) => string,
  rest = "in the structured content",
): string[] {
  const lines = items.slice(0, most).map((item) => `- ${write(item)}`);
  const hidden = items.length - most;
  return hidden > 0 ? [...lines, `- and ${hidden} more, ${rest}`] : lines;
}
