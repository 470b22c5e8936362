import type { Random } from "./random.ts";

/**
 * Who says a line: `R` the rep whose call it is, `C` the customer they mainly speak with, `S` the rep's colleague, `D` the customer's.
 * Where a colleague is not on the call, the first of the side says their lines.
 */
export type Voice = "R" | "C" | "S" | "D";

interface Line {
  readonly voice: Voice;
  readonly template: string;
  /** Sense is made without it as well. */
  readonly isOptional: boolean;
}

/** A piece of conversation on one subject. */
export interface Exchange {
  /** Colleagues without whom it makes no sense. */
  readonly needs: readonly Voice[];
  readonly lines: readonly Line[];
}

/** What one person says before another does. */
export interface SpokenTurn {
  readonly voice: Voice;
  readonly sentences: readonly string[];
}

/**
 * Reads exchanges as they are written in `talk/`: a blank line between two; a line for each turn, which begins with the voice and a
 * colon, with `?` before it where the line may be left out. A first line `needs S` or `needs D` says whose presence is assumed.
 */
export function readExchanges(text: string): Exchange[] {
  return text
    .trim()
    .split(/\n\s*\n/)
    .map((block) => {
      const rows = block.split("\n").map((row) => row.trim());
      const needs = rows.filter((row) => row.startsWith("needs ")).flatMap((row) => row.slice(6).split(" ") as Voice[]); // as written in `talk/`, tested there
      return { needs, lines: rows.filter((row) => !row.startsWith("needs ")).map(readLine) };
    });
}

function readLine(row: string): Line {
  const [, mark, voice, template] = /^(\??)([RCSD]): (.+)$/.exec(row) ?? [];
  if (voice === undefined || template === undefined) throw new SyntaxError(`No voice says "${row}"`);
  return { voice: voice as Voice, template, isOptional: mark === "?" }; // one of the four letters
}

export interface TellOptions {
  readonly random: Random;
  /** What stands for `{name}`. */
  readonly words: Readonly<Record<string, string>>;
  /** The share of optional lines that is said. */
  readonly talkativeness: number;
}

/** One way to say it: alternatives `(one|other)` chosen, names put in. */
export function tell(exchange: Exchange, options: TellOptions): SpokenTurn[] {
  let isSaid = true;
  return exchange.lines
    .filter((line, index) => {
      // Optional lines in a row answer one another, so they are said together or not at all.
      const isFirst = !exchange.lines[index - 1]?.isOptional;
      if (line.isOptional && isFirst) isSaid = options.random.chance(options.talkativeness);
      return !line.isOptional || isSaid;
    })
    .map(({ voice, template }) => ({ voice, sentences: splitSentences(fillIn(template, options)) }));
}

function fillIn(template: string, { random, words }: TellOptions): string {
  const chosen = template.replaceAll(/\(([^()]*\|[^()]*)\)/g, (_, list: string) => random.pick(list.split("|")));
  return chosen.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const word = words[name];
    if (word === undefined) throw new RangeError(`Nothing is known to stand for {${name}}`);
    return word;
  });
}

function splitSentences(text: string): string[] {
  return text
    .split(/(?<=[.?!])\s+/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== "")
    .map((sentence) => sentence.charAt(0).toUpperCase() + sentence.slice(1));
}
