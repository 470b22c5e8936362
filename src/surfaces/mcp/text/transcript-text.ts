import type { CallAnswer } from "../../../connection/call-answer.ts";
import { clockTime } from "../../../connection/clock-time.ts";
import { who } from "./party-text.ts";
import { quoted } from "./quoted.ts";
import { countFitting } from "./text-budget.ts";

type Sentence = NonNullable<CallAnswer["transcript"]>["sentences"][number];

/** Sentences of one speaker stand in one line until it is so long, so that times stay near what was said. */
const LINE_CHARACTERS = 400;
/** For the lines around it. */
const FRAME_CHARACTERS = 300;

/** Who said what when, as far as it fits, and how to get the rest. */
export function transcriptText(sentences: readonly Sentence[], characters: number): string[] {
  if (sentences.length === 0) return ["Transcript: nothing was said in the part that was asked for."];
  const runs = runsOf(sentences);
  const lines = runs.map(runText);
  const count = countFitting(lines, characters - FRAME_CHARACTERS);
  const next = runs[count]?.[0];
  const shown = ["Transcript:", ...lines.slice(0, count)];
  if (!next) return shown;
  const left = runs.slice(count).flat().length;
  return [
    ...shown,
    `(Left out here: ${left} of ${sentences.length} sentences, from ${clockTime(next.start)} on. For those, get-call with include-transcript: true and ` +
      `transcript-from: ${next.start}.)`,
  ];
}

/** Cut where the speaker changes, and where a line is long enough. */
function runsOf(sentences: readonly Sentence[]): (readonly [Sentence, ...Sentence[]])[] {
  const runs: [Sentence, ...Sentence[]][] = [];
  let length = 0;
  for (const sentence of sentences) {
    const run = runs.at(-1);
    length += sentence.text.length;
    if (run && isSameVoice(run[0], sentence) && length <= LINE_CHARACTERS) run.push(sentence);
    else {
      runs.push([sentence]);
      length = sentence.text.length;
    }
  }
  return runs;
}

function isSameVoice(one: Sentence, other: Sentence): boolean {
  return (
    one.speaker === other.speaker && one.affiliation === other.affiliation && one.lowConfidence === other.lowConfidence
  );
}

function runText(run: readonly [Sentence, ...Sentence[]]): string {
  const [{ start, speaker, affiliation, lowConfidence }] = run;
  const unsure = lowConfidence ? " (heard badly)" : "";
  return `${clockTime(start)} ${who(speaker, affiliation)}${unsure}: ${quoted(run.map(({ text }) => text).join(" "))}`;
}
