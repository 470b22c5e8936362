/** Whether words are in a text, by the rules of the search that an index does; an argument here, so that both agree. */
export interface TextMatching {
  /** All words of `phrase`, one after the other, whatever their inflection. */
  hasPhrase(text: string, phrase: string): boolean;
  /** All words, anywhere, whatever their inflection. */
  hasWords(text: string, words: string): boolean;
  /** All words as they are written, but for case and marks: of a name. */
  hasNames(text: string, words: string): boolean;
  /** The same but for case, marks and spaces. */
  isSame(one: string, other: string): boolean;
  /** One ends with the other, by their digits. */
  isSamePhone(one: string, other: string): boolean;
  /** Whether there is anything in it to look for. */
  isSearchable(words: string): boolean;
}
