import { irregularForms } from "./irregular-forms.ts";

const VOWELS = "aeiouy";
const UNCHANGED = new Set(["news", "yes", "during", "inning", "outing"]);

/**
 * The form that an English word's inflections have in common: price, prices, priced and pricing are `price`; bought is `buy`. It
 * need not be a word (companies and company are `compani`). These are the steps of the Porter 2 stemmer that deal with inflection
 * (1a, 1b, 1c and 5; snowballstem.org/algorithms/english/stemmer.html); its others join different words (organ, organization).
 * @param word lower-case letters a to z
 */
export function stem(word: string): string {
  if (UNCHANGED.has(word)) return word;
  const base = irregularForms.get(word) ?? word;
  return base.length < 3 ? base : withoutDouble(withoutFinalE(withFinalI(withoutEnding(withoutPlural(base)))));
}

/** Letters that a stem and all words of this stem begin with, except the irregular ones. */
export function commonBeginning(stemmed: string): string {
  return stemmed.length < 3 ? stemmed : stemmed.slice(0, -1);
}

/** Step 1a. */
function withoutPlural(word: string): string {
  if (word.endsWith("sses")) return word.slice(0, -2);
  if (word.endsWith("ies") || word.endsWith("ied")) return word.slice(0, word.length > 4 ? -2 : -1);
  if (!word.endsWith("s") || word.endsWith("ss") || word.endsWith("us")) return word;
  return hasVowel(word.slice(0, -2)) ? word.slice(0, -1) : word;
}

/** Step 1b. */
function withoutEnding(word: string): string {
  if (word.endsWith("eed")) return withoutEed(word);
  const ending = word.endsWith("ed") ? 2 : word.endsWith("ing") ? 3 : 0;
  const rest = word.slice(0, word.length - ending);
  if (ending === 0 || !hasVowel(rest)) return word;
  if (/(?:at|bl|iz)$/.test(rest)) return `${rest}e`;
  return isShort(rest) && !DOUBLE.test(rest) ? `${rest}e` : rest;
}

function withoutEed(word: string): string {
  if (/(?:proc|exc|succ)eed$/.test(word)) return word;
  return regionAfter(word, 0) <= word.length - 3 ? word.slice(0, -1) : word;
}

/** Step 1c. */
function withFinalI(word: string): string {
  const isAfterConsonant = word.length > 2 && word.endsWith("y") && !isVowelAt(word, word.length - 2);
  return isAfterConsonant ? `${word.slice(0, -1)}i` : word;
}

/** Step 5. */
function withoutFinalE(word: string): string {
  const rest = word.slice(0, -1);
  const first = regionAfter(word, 0);
  const second = regionAfter(word, first);
  if (word.endsWith("ll")) return second < word.length ? rest : word;
  if (!word.endsWith("e")) return word;
  return second < word.length || (first < word.length && !endsInShortSyllable(rest)) ? rest : word;
}

const DOUBLE = /(?:bb|dd|ff|gg|mm|nn|pp|rr|tt)$/;

/** Of step 1b, but for every word, so that staff and staffing agree. Not for add, egg, odd and other short ones. */
function withoutDouble(word: string): string {
  return word.length > 3 && DOUBLE.test(word) ? word.slice(0, -1) : word;
}

function isShort(word: string): boolean {
  return regionAfter(word, 0) >= word.length && endsInShortSyllable(word);
}

/** R1 and R2: what comes after the first consonant that follows a vowel, looked for from `from`. */
function regionAfter(word: string, from: number): number {
  for (let at = from + 1; at < word.length; at += 1) {
    if (!isVowelAt(word, at) && isVowelAt(word, at - 1)) return at + 1;
  }
  return word.length;
}

function endsInShortSyllable(word: string): boolean {
  const last = word.length - 1;
  if (last === 1) return isVowelAt(word, 0) && !isVowelAt(word, 1);
  const closes = !isVowelAt(word, last) && !"wxy".includes(word.charAt(last));
  return last > 1 && closes && isVowelAt(word, last - 1) && !isVowelAt(word, last - 2);
}

function hasVowel(word: string): boolean {
  return /[aeiou]|.y/.test(word);
}

/** A y at the beginning or after a vowel is a consonant. */
function isVowelAt(word: string, at: number): boolean {
  const letter = word.charAt(at);
  if (letter !== "y") return VOWELS.includes(letter);
  return at > 0 && !isVowelAt(word, at - 1);
}
