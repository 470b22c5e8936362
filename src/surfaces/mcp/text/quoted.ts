const LONGEST_CHARACTERS = 1_000;

/**
 * Text that came from outside, as one line between double quotes. A quotation mark in it is escaped, so that nothing in the text ends the
 * quotation or begins a line of ours. Characters that nobody sees are left out, since instructions to models can be hidden in them: control
 * and format characters (tags and turns of the direction of writing among them) and the supplementary variation selectors. The two joiners
 * stay, which Persian and several Indian scripts need.
 */
export function quoted(text: string, longestCharacters = LONGEST_CHARACTERS): string {
  const visible = text
    .replace(/\s+/gu, " ")
    .replace(/(?![\u200C\u200D])[\p{Cc}\p{Cf}\u{E0100}-\u{E01EF}]/gu, "")
    .trim();
  const characters = [...visible];
  if (characters.length <= longestCharacters) return JSON.stringify(visible);
  return `${JSON.stringify(`${characters.slice(0, longestCharacters).join("")}…`)} (cut: ${characters.length} characters)`;
}

/** An id, an address, a number: in quotes only where it could be read as more than that. */
export function named(text: string): string {
  return /^[\w.@+:/=-]{1,80}$/.test(text) ? text : quoted(text);
}
