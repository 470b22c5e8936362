/** Words with commas or blanks between; undefined where the option was not given. */
export function wordList(text: string | undefined): readonly string[] | undefined {
  return text?.split(/[\s,]+/).filter((word) => word !== "");
}
