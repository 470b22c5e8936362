/** A word as a shell must be given it: in single quotes where it has anything but plain characters. */
export function shellQuoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}

/** A command as one types it into a shell, an option a line where it is long. */
export function commandLineText(
  action: string,
  entries: readonly (readonly [name: string, value: unknown])[],
  width: number,
): string {
  const options = entries.map(([name, value]) => `--${name} ${shellQuoted(String(value))}`);
  const line = [`tamtam ${action}`, ...options].join(" ");
  return line.length <= width ? line : [`tamtam ${action}`, ...options].join(" \\\n    ");
}
