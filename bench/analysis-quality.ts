/**
 * How good the analysis of calls is on public transcripts, each figure beside the simplest thing that could be done instead.
 * `TAMTAM_TEST_DATA` names the folder that holds `analysis/`. Run: `TAMTAM_TEST_DATA=… node bench/analysis-quality.ts`
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { SpeakerId } from "../src/calls/ids.ts";
import type { Sentence, Transcript } from "../src/calls/transcript.ts";
import { isBackchannel } from "../src/engine/analysis/backchannels.ts";
import { briefOf } from "../src/engine/analysis/brief.ts";
import { createAnalyzer } from "../src/engine/analysis/create-analyzer.ts";
import { loadEnglish } from "../src/engine/analysis/english.ts";
import { keyphrasesOf } from "../src/engine/analysis/keyphrases.ts";
import { hasQuestionMark, readsAsEnglishQuestion } from "../src/engine/analysis/question-rules.ts";
import { makeRarity } from "../src/engine/analysis/rarity.ts";
import { topicLexicon } from "../src/engine/analysis/topic-lexicon.ts";
import { wordsOf } from "../src/engine/analysis/words.ts";
import { type DialogueAct, type Meeting, readAwsCalls, readMrda, readQmSum } from "./analysis/public-transcripts.ts";
import { figure, heading, percent, row } from "./analysis/print-shares.ts";
import { rouge, scoreOf, seededRandom } from "./analysis/scores.ts";

const dataDir = process.env["TAMTAM_TEST_DATA"];
if (!dataDir || !existsSync(join(dataDir, "analysis/mrda-timed"))) {
  console.error("Nothing measured: TAMTAM_TEST_DATA does not name a folder with analysis/mrda-timed in it.");
  process.exit(1);
}

const english = loadEnglish();
const rarity = makeRarity();
const acts = readMrda(dataDir);
const meetings = readQmSum(dataDir);
const aws = readAwsCalls(dataDir);

questionsWithoutMarks();
questionsWithMarks();
keyphrases();
brief();
topics();
talkRatio();
speed();
console.log(`
Not measured, for want of free labelled sales calls: topics (whether they are there, and their durations), keyphrases and briefs as a
salesperson would judge them, questions on the embedded recogniser's own punctuation, interaction stats against Gong's own figures.`);

function questionsWithoutMarks(): void {
  const names = [...new Set(acts.map((act) => act.meeting))];
  // The rules were mended by reading what they got wrong in the other two thirds.
  const unseen = new Set(names.filter((_, index) => index % 3 === 2));
  const labelled = acts.filter((act) => unseen.has(act.meeting) && act.label !== "z");
  const isQuestion = ({ label }: DialogueAct) => label.split(/[|:]/).some((part) => part.startsWith("q"));
  const firstWord =
    /^(?:what|who|where|when|why|how|which|whose|do|does|did|is|are|was|were|can|could|will|would|should|have|has|had|am|may|might|shall)\b/;
  heading(`Questions, no punctuation at all: MRDA, ${unseen.size} meetings, ${labelled.length} dialogue acts`);
  row(
    "everything is a question",
    scoreOf(labelled, isQuestion, () => true),
  );
  row(
    "first word asks",
    scoreOf(labelled, isQuestion, ({ text }) => firstWord.test(text)),
  );
  row(
    "Tamtam's rules",
    scoreOf(labelled, isQuestion, ({ text }) => readsAsEnglishQuestion(text) && !isBackchannel(text)),
  );
}

function questionsWithMarks(): void {
  // Labelled by the author of the rules, by reading; a segment counts if anything in it asks the other for an answer.
  const asking = [
    { call: aws.transcribe, positions: [0, 4, 6, 8, 11, 12, 14, 16, 20, 22, 23, 26, 28, 31, 32] },
    { call: aws.bda, positions: [0, 1, 7, 17, 21, 24, 27, 32, 34, 37, 44] },
  ];
  const segments = asking.flatMap(({ call, positions }) =>
    call.sentences.map(({ text }, index) => ({ text, asks: positions.includes(index) })),
  );
  const isQuestion = (segment: { asks: boolean }) => segment.asks;
  const unmarked = (text: string) => text.replaceAll("?", ".");
  heading(
    `Questions, a recogniser's punctuation: two AWS calls, ${segments.length} segments (few, and labelled by one person)`,
  );
  row(
    "question mark",
    scoreOf(segments, isQuestion, ({ text }) => hasQuestionMark(text)),
  );
  row(
    "Tamtam: mark or rules",
    scoreOf(segments, isQuestion, ({ text }) => seemsToAsk(text)),
  );
  row(
    "the same, the marks taken away",
    scoreOf(segments, isQuestion, ({ text }) => seemsToAsk(unmarked(text))),
  );
}

function seemsToAsk(text: string): boolean {
  return (hasQuestionMark(text) || readsAsEnglishQuestion(text)) && !isBackchannel(text);
}

function keyphrases(): void {
  const ours = (sentences: readonly Sentence[]) =>
    keyphrasesOf(sentences, { english, rarity, names: new Set() }).flatMap(({ text }) => wordsOf(text));
  heading(
    `Keyphrases: share of the words of ${meetings.length} QMSum meetings' topic titles that are in the ten phrases`,
  );
  figure("ten commonest words of 4 letters", titleShare(commonestWords));
  figure("ten commonest nouns", titleShare(commonestNouns));
  figure("Tamtam", titleShare(ours));
}

function titleShare(phraseWords: (sentences: readonly Sentence[]) => readonly string[]): number {
  const skipped = new Set("the and about with for discussion introduction summary presentation meeting".split(" "));
  const counts = meetings.map(({ topicTitles, sentences }) => {
    const titles = new Set(
      topicTitles
        .flatMap(wordsOf)
        .filter((word) => word.length > 2 && !skipped.has(word))
        .map(english.singular),
    );
    const found = new Set(phraseWords(sentences).map(english.singular));
    return { wanted: titles.size, hits: [...titles].filter((word) => found.has(word)).length };
  });
  return counts.reduce((sum, { hits }) => sum + hits, 0) / counts.reduce((sum, { wanted }) => sum + wanted, 0);
}

function commonestWords(sentences: readonly Sentence[]): string[] {
  return tenCommonest(sentences.flatMap(({ text }) => wordsOf(text)).filter((word) => word.length > 3));
}

function commonestNouns(sentences: readonly Sentence[]): string[] {
  const nouns = sentences
    .flatMap(({ text }) => english.tag(text))
    .filter(({ partOfSpeech }) => partOfSpeech === "NOUN");
  return tenCommonest(nouns.map(({ text }) => english.singular(text.toLowerCase())));
}

function tenCommonest(words: readonly string[]): string[] {
  const groups = [...Map.groupBy(words, (word) => word)].sort(([, a], [, b]) => b.length - a.length);
  return groups.slice(0, 10).map(([word]) => word);
}

function brief(): void {
  const summarised = meetings.filter(({ summaries }) => summaries.length > 0);
  const random = seededRandom(1);
  const sayable = ({ text }: Sentence) => wordsOf(text).length >= 8 && wordsOf(text).length <= 40;
  const texts = (sentences: readonly Sentence[]) => sentences.map(({ text }) => text).join(" ");
  const pick = (sentences: readonly Sentence[]) =>
    Array.from({ length: 5 }, () => sentences[Math.floor(random() * sentences.length)]).filter(
      (sentence) => sentence !== undefined,
    );
  heading(`Brief of five sentences against ${summarised.length} written summaries of QMSum (ROUGE-1, ROUGE-2)`);
  rougeRow("five random sentences", summarised, ({ sentences }) => texts(pick(sentences.filter(sayable))));
  rougeRow("the first five", summarised, ({ sentences }) => texts(sentences.filter(sayable).slice(0, 5)));
  rougeRow("the five longest", summarised, ({ sentences }) => {
    const longest = sentences.filter(sayable).toSorted((a, b) => wordsOf(b.text).length - wordsOf(a.text).length);
    return texts(longest.slice(0, 5));
  });
  rougeRow("Tamtam", summarised, ({ sentences }) =>
    texts(briefOf(sentences, rarity).flatMap((index) => sentences[index] ?? [])),
  );
}

function rougeRow(name: string, summarised: readonly Meeting[], write: (meeting: Meeting) => string): void {
  const mean = (size: number) => {
    const scores = summarised.flatMap((meeting) =>
      meeting.summaries.map((summary) => rouge(write(meeting), summary, size)),
    );
    return percent(scores.reduce((a, b) => a + b, 0) / scores.length);
  };
  console.log(`  ${name.padEnd(34)} ${mean(1)} ${mean(2)}`);
}

function topics(): void {
  const calls = [...Map.groupBy(acts, (act) => act.meeting).values()].map(transcriptOf);
  const analyzer = createAnalyzer();
  const shares = calls.map((call) => {
    const durationMs = endMs(call);
    return new Map(
      analyzer.analyze(call, { durationMs }).topics.map((topic) => [topic.name, topic.durationMs / durationMs]),
    );
  });
  heading(
    `Topics: share of ${calls.length} research meetings that sales topics claim (no labels; mostly false alarms, so lower is better)`,
  );
  for (const { name } of topicLexicon) {
    figure(name, shares.reduce((sum, share) => sum + (share.get(name) ?? 0), 0) / shares.length);
  }
}

function talkRatio(): void {
  const { sentences, statedTalk } = aws.transcribe;
  const { interactionStats } = createAnalyzer().analyze(transcriptOf(sentences), { durationMs: 183_000 });
  heading("Talk ratio of the agent: one AWS call");
  if (statedTalk) figure("Transcribe's own", statedTalk.agentMs / (statedTalk.agentMs + statedTalk.customerMs));
  figure("Tamtam, from the same segments", interactionStats.talkRatio ?? NaN);
}

function speed(): void {
  const byMeeting = [...Map.groupBy(acts, (act) => act.meeting).values()].map(transcriptOf);
  const hour = byMeeting.toSorted((a, b) => Math.abs(endMs(a) - 3_600_000) - Math.abs(endMs(b) - 3_600_000))[0];
  if (!hour) return;
  const workday = inARow(byMeeting, 8 * 3_600_000);
  heading("Time to analyse, this machine");
  const analyzer = createAnalyzer();
  timeRow("the first call, loading English", analyzer, hour);
  for (const _ of Array(5)) analyzer.analyze(hour, { durationMs: endMs(hour) });
  timeRow("an hour", analyzer, hour);
  timeRow("eight hours", analyzer, workday);
}

function timeRow(name: string, analyzer: ReturnType<typeof createAnalyzer>, call: Transcript): void {
  const startedMs = performance.now();
  analyzer.analyze(call, { durationMs: endMs(call) });
  const tookMs = performance.now() - startedMs;
  const minutes = Math.round(endMs(call) / 60_000);
  console.log(
    `  ${name.padEnd(34)} ${tookMs.toFixed(0).padStart(5)} ms  (${call.sentences.length} sentences, ${minutes} min)`,
  );
}

function inARow(calls: readonly Transcript[], untilMs: number): Transcript {
  const sentences: Sentence[] = [];
  for (const call of calls) {
    const offsetMs = sentences.at(-1)?.endMs ?? 0;
    if (offsetMs > untilMs) break;
    for (const item of call.sentences) {
      sentences.push({ ...item, startMs: item.startMs + offsetMs, endMs: item.endMs + offsetMs });
    }
  }
  return transcriptOf(sentences);
}

function transcriptOf(sentences: readonly Sentence[]): Transcript {
  const ids = [...new Set<SpeakerId>(sentences.map(({ speakerId }) => speakerId))];
  const speakers = ids.map((id, index) => {
    const affiliation = index % 2 === 0 ? ("Internal" as const) : ("External" as const);
    return { id, affiliation, source: "channel" as const };
  });
  return { speakers, sentences, provenance: { engine: "reference", model: "reference", version: "1" } };
}

function endMs({ sentences }: Transcript): number {
  return sentences.reduce((end, sentence) => Math.max(end, sentence.endMs), 0);
}
