/**
 * Text that came from outside, safe for a terminal: a title must not move the cursor, recolour the screen or turn the
 * direction of writing around.
 */
export function printable(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .replace(/[\p{Cc}\p{Bidi_Control}]/gu, "")
    .trim();
}
