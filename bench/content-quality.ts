/**
 * How good next steps, outline and key points are on public transcripts, each beside the simplest thing that could be done instead.
 * `TAMTAM_TEST_DATA` names the folder that holds `analysis/`. Run: `TAMTAM_TEST_DATA=… node bench/content-quality.ts`
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Sentence } from "../src/calls/transcript.ts";
import { boundariesOf } from "../src/engine/analysis/boundaries.ts";
import { momentsOf } from "../src/engine/analysis/brief.ts";
import { candidatesOf } from "../src/engine/analysis/central-sentences.ts";
import { loadEnglish } from "../src/engine/analysis/english.ts";
import { phrasesOf } from "../src/engine/analysis/keyphrases.ts";
import { commitmentIn } from "../src/engine/analysis/next-steps.ts";
import { makeRarity } from "../src/engine/analysis/rarity.ts";
import { titlesOf } from "../src/engine/analysis/section-titles.ts";
import { wordsOf } from "../src/engine/analysis/words.ts";
import { type DialogueAct, type Meeting, readMrda, readQmSum, readTinyRec } from "./analysis/public-transcripts.ts";
import { figure, heading, percent, row } from "./analysis/print-shares.ts";
import { rouge, scoreOf } from "./analysis/scores.ts";
import { evenCuts, pk } from "./analysis/segmentation.ts";

const dataDir = process.env["TAMTAM_TEST_DATA"];
if (!dataDir || !existsSync(join(dataDir, "analysis/mrda-timed"))) {
  console.error("Nothing measured: TAMTAM_TEST_DATA does not name a folder with analysis/mrda-timed in it.");
  process.exit(1);
}

const english = loadEnglish();
const rarity = makeRarity();
const meetings = readQmSum(dataDir);
const recordings = readTinyRec(dataDir);

nextSteps(readMrda(dataDir));
boundaries();
titles();
keyPoints();
console.log(`
Not measured, for want of free labelled sales calls: next steps as a salesperson would list them, requests to the other side (MRDA's label is
for what speakers take upon themselves, in the meeting too), due dates, titles that are topics.`);

function nextSteps(acts: readonly DialogueAct[]): void {
  const names = [...new Set(acts.map((act) => act.meeting))];
  // The rules were mended by reading what they got wrong in the other two thirds.
  const unseen = new Set(names.filter((_, index) => index % 3 === 2));
  const labelled = acts.filter((act) => unseen.has(act.meeting) && act.label !== "z");
  const isCommitment = ({ label }: DialogueAct) => label.split(/[|:]/).some((part) => /\^cc\b/.test(part));
  const says =
    (pattern: RegExp) =>
    ({ text }: DialogueAct) =>
      pattern.test(text);
  const count = labelled.filter(isCommitment).length;
  heading(`Commitments: MRDA, ${unseen.size} meetings, ${labelled.length} dialogue acts, ${count} labelled`);
  row("'ll or will", scoreOf(labelled, isCommitment, says(/'ll\b|\bwill\b/)));
  row("i'll, i will or let me", scoreOf(labelled, isCommitment, says(/\b(?:i'll|i will|let me)\b/)));
  row(
    "Tamtam, requests among them",
    scoreOf(labelled, isCommitment, (act) => commitmentIn(act) !== null),
  );
}

function boundaries(): void {
  heading("Where sections begin: Pk, lower is better");
  const ofMeetings = meetings.map(({ sentences, topics }) => ({ sentences, starts: topics.map(({ from }) => from) }));
  pkRows(`${meetings.length} QMSum meetings`, ofMeetings);
  pkRows(
    `${recordings.length} TinyRec recordings, coarse`,
    recordings.map(({ sentences, coarseStarts }) => ({ sentences, starts: coarseStarts })),
  );
  pkRows(
    `${recordings.length} TinyRec recordings, fine`,
    recordings.map(({ sentences, fineStarts }) => ({ sentences, starts: fineStarts })),
  );
}

interface Marked {
  readonly sentences: readonly Sentence[];
  readonly starts: readonly number[];
}

function pkRows(name: string, marked: readonly Marked[]): void {
  const cut = marked.map(({ sentences, starts }) => {
    const found = boundariesOf(
      sentences.map(({ text }) => wordsOf(text)),
      rarity,
    );
    return { length: sentences.length, starts, found };
  });
  const score = (guess: (item: (typeof cut)[number]) => readonly number[]) =>
    mean(cut.map((item) => pk(item.length, item.starts, guess(item)))).toFixed(3);
  const none = score(() => []);
  const even = score(({ length, found }) => evenCuts(length, found.length));
  const sections = mean(cut.map(({ found }) => found.length + 1)).toFixed(1);
  console.log(
    `  ${name.padEnd(34)} no cut ${none}  as many even cuts ${even}  Tamtam ${score(({ found }) => found)} (${sections} sections)`,
  );
}

function titles(): void {
  const marked = meetings.map((meeting) => ({ ...meeting, topics: inOneRow(meeting.topics) }));
  const count = marked.reduce((sum, { topics }) => sum + topics.length, 0);
  heading(`Section titles: share of ${count} marked topics of QMSum whose human title has a word of ours`);
  const share = (titlesFor: (meeting: Meeting) => readonly string[]) => {
    const hits = marked.flatMap((meeting) => {
      const given = titlesFor(meeting);
      return meeting.topics.map(({ title }, index) => sharesWord(title, given[index] ?? ""));
    });
    return hits.filter(Boolean).length / hits.length;
  };
  figure("commonest noun of the section", share(commonestNouns));
  figure(
    "Tamtam, phrases alone",
    share(({ sentences, topics }) => titlesOf(topics, [], phrasesOf(sentences, { english, rarity, names: new Set() }))),
  );
}

/** Those that do not overlap the one before. */
function inOneRow(topics: Meeting["topics"]): Meeting["topics"] {
  const apart: Meeting["topics"][number][] = [];
  for (const topic of topics.toSorted((a, b) => a.from - b.from)) {
    if (topic.from >= (apart.at(-1)?.to ?? 0) && topic.to > topic.from) apart.push(topic);
  }
  return apart;
}

function sharesWord(title: string, given: string): boolean {
  const wanted = new Set(wordsOf(title).map(english.singular));
  return wordsOf(given).some((word) => word.length > 2 && wanted.has(english.singular(word)));
}

function commonestNouns({ sentences, topics }: Meeting): string[] {
  return topics.map(({ from, to }) => {
    const nouns = sentences
      .slice(from, to)
      .flatMap(({ text }) => english.tag(text))
      .filter(({ partOfSpeech, text }) => partOfSpeech === "NOUN" && text.length > 2);
    const groups = [...Map.groupBy(nouns, ({ text }) => english.singular(text.toLowerCase()))];
    return groups.reduce((a, b) => (b[1].length > a[1].length ? b : a), ["", []] as (typeof groups)[number])[0];
  });
}

function keyPoints(): void {
  const summarised = meetings.filter(({ summaries }) => summaries.length > 0);
  const sayable = ({ text }: Sentence) => wordsOf(text).length >= 8 && wordsOf(text).length <= 40;
  const attributed = (sentences: readonly Sentence[]) =>
    sentences.map(({ speakerId, text }) => `${speakerId}: ${text}`).join(" ");
  heading(`Six key points against ${summarised.length} written summaries of QMSum (ROUGE-1, ROUGE-2)`);
  rougeRow("the first six sentences", summarised, ({ sentences }) => attributed(sentences.filter(sayable).slice(0, 6)));
  rougeRow("Tamtam", summarised, ({ sentences }) =>
    attributed(momentsOf(candidatesOf(sentences, rarity)).keyPoints.flatMap((index) => sentences[index] ?? [])),
  );
}

function rougeRow(name: string, summarised: readonly Meeting[], write: (meeting: Meeting) => string): void {
  const of = (size: number) =>
    percent(mean(summarised.flatMap((meeting) => meeting.summaries.map((text) => rouge(write(meeting), text, size)))));
  console.log(`  ${name.padEnd(34)} ${of(1)} ${of(2)}`);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
