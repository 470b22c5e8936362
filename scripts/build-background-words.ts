/**
 * Writes `src/engine/analysis/background-words.ts` from public transcripts of conversations: `TAMTAM_TEST_DATA` names the folder
 * with `analysis/mrda-timed`, `analysis/qmsum` and `analysis/tinyrec`. Run it through `npm exec -- node scripts/build-background-words.ts`.
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { wordsOf } from "../src/engine/analysis/words.ts";

/** Rarer than this in conversation in general is just "rare". */
const MIN_LOG2_PER_MILLION = 4;
const LINE_WIDTH = 112;

const dataDir = process.env["TAMTAM_TEST_DATA"];
if (!dataDir) throw new Error("TAMTAM_TEST_DATA is not set: give the folder that holds `analysis/`.");

const corpora = [mrda(), meetings(/^(?:ES|IS|TS)/), meetings(/^(?:covid|education)/), tinyRec()].map(perMillion);
const words = new Set(corpora.flatMap((corpus) => [...corpus.frequencies.keys()]));
const byClass = Map.groupBy(words, (word) => Math.round(generalLog2(word)));
writeFileSync(join(import.meta.dirname, "../src/engine/analysis/background-words.ts"), moduleText(byClass));

/** The mean of the middle two of the four corpora's logarithms, so that the subject of one corpus does not make its words common. */
function generalLog2(word: string): number {
  const logs = corpora.map(({ frequencies, floor }) => Math.log2(frequencies.get(word) ?? floor)).sort((a, b) => a - b);
  const [, second = 0, third = 0] = logs;
  return (second + third) / 2;
}

function perMillion(text: string): { frequencies: Map<string, number>; floor: number } {
  const all = wordsOf(text);
  const perWord = 1_000_000 / all.length;
  const frequencies = new Map<string, number>();
  for (const word of all) frequencies.set(word, (frequencies.get(word) ?? 0) + perWord);
  return { frequencies, floor: perWord / 2 };
}

function mrda(): string {
  const rows = gunzipSync(readFileSync(join(dataDir ?? "", "analysis/mrda-timed/mrda_timed.tsv.gz")))
    .toString()
    .split("\n");
  const texts = rows.slice(1).map((row) => row.split("\t")[6] ?? "");
  return texts
    .join("\n")
    .replaceAll(/\bo k\b/g, "okay")
    .replaceAll(/\S+-(?=\s)/g, "");
}

function meetings(names: RegExp): string {
  const folder = join(dataDir ?? "", "analysis/qmsum/val");
  const files = readdirSync(folder).filter((name) => names.test(name));
  const texts = files.flatMap((name) => {
    const meeting: { meeting_transcripts: { content: string }[] } = JSON.parse(
      readFileSync(join(folder, name), "utf8"),
    );
    return meeting.meeting_transcripts.map((turn) => turn.content);
  });
  return texts
    .join("\n")
    .replaceAll(/\{\w+\}/g, "")
    .replaceAll(" '", "'");
}

function tinyRec(): string {
  const recordings: { sentences: { text: string }[] }[] = JSON.parse(
    readFileSync(join(dataDir ?? "", "analysis/tinyrec/tinyrec.json"), "utf8"),
  );
  return recordings.flatMap(({ sentences }) => sentences.map(({ text }) => text)).join("\n");
}

function moduleText(classes: ReadonlyMap<number, readonly string[]>): string {
  const kept = [...classes].filter(([log2]) => log2 >= MIN_LOG2_PER_MILLION).sort(([a], [b]) => b - a);
  const entries = kept.map(
    ([log2, members]) => `  [\n    ${log2},\n    \`\n${lines([...members].sort())}\n    \`,\n  ],`,
  );
  return `/**
 * How common words are in conversation, whatever it is about: for each class the words that stand 2^class times in a million, rounded,
 * and rarer words not at all. Made by \`scripts/build-background-words.ts\`: word counts only, no text, from four public sets of
 * transcripts, of which each word gets the mean of the middle two logarithms:
 * - MRDA, 75 ICSI meetings (https://github.com/NathanDuran/MRDA-Corpus), CC BY 4.0
 * - the 20 AMI meetings and the 6 committee meetings of QMSum's validation split (https://github.com/Yale-LILY/QMSum), MIT; AMI: CC BY 4.0
 * - TinyRec, 21 machine transcripts (https://github.com/AugmendTech/treeseg), Apache-2.0
 */
export const backgroundWords: readonly (readonly [log2PerMillion: number, words: string])[] = [
${entries.join("\n")}
];
`;
}

function lines(members: readonly string[]): string {
  const wrapped = [""];
  for (const word of members) {
    if (`${wrapped.at(-1)} ${word}`.length > LINE_WIDTH) wrapped.push(word);
    else wrapped.push(`${wrapped.pop()} ${word}`.trim());
  }
  return wrapped.map((line) => `      ${line}`).join("\n");
}
