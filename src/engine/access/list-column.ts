/** A list of texts as a column keeps it. */
export function listColumn(texts: readonly string[]): string {
  return JSON.stringify(texts);
}

/** @throws Error when the column holds something else */
export function readListColumn(column: string): readonly string[] {
  const list: unknown = JSON.parse(column);
  if (Array.isArray(list) && list.every((item) => typeof item === "string")) return list;
  throw new Error(`A list of texts was expected in the database, not ${column}`);
}
