import type { InteractionStats, Question } from "../../calls/call-analysis.ts";
import type { Transcript } from "../../calls/transcript.ts";
import type { Side } from "./sides.ts";
import { sidesOf } from "./sides.ts";
import { talkTimes } from "./talk-times.ts";
import type { Turn } from "./turns.ts";
import { turnsOf } from "./turns.ts";

const MS_PER_MINUTE = 60_000;
const MS_PER_HOUR = 3_600_000;

export interface InteractionStatsOptions {
  /** The call's length. Where it is not a positive number, what is counted per minute or hour cannot be said. */
  readonly durationMs: number;
  /** The questions of the call, or `null` where they cannot be told. */
  readonly questions: readonly Question[] | null;
}

/**
 * Gong's interaction statistics. Gong names them and publishes no formulas; these definitions are our own. Voices whose side is not
 * known are left out of all of them, and what one side's silence makes meaningless is `null`, never 0.
 *
 * - `talkRatio`: talk time of the company's voices / talk time of the company's and the others' voices. Silence counts for nobody.
 * - `longestMonologueMs`: the longest turn of a company's voice, from its start to its end, its pauses included (see `turns.ts`).
 * - `longestCustomerStoryMs`: the same for the other side.
 * - `interactivity`: changes of side from turn to turn / length of the call in minutes.
 * - `patienceMs`: the median, over the turns of the company that directly follow one of the other side, of the pause in between;
 *   starting before the other has ended is a pause of 0.
 * - `questionRate`: questions of the company / length of the call in hours.
 */
export function interactionStats(transcript: Transcript, options: InteractionStatsOptions): InteractionStats {
  const turns = turnsOf(transcript);
  const talk = talkMsBySide(transcript);
  const bothSpoke = talk.company > 0 && talk.nonCompany > 0;
  const durationMs = Number.isFinite(options.durationMs) && options.durationMs > 0 ? options.durationMs : null;
  return {
    talkRatio: bothSpoke ? talk.company / (talk.company + talk.nonCompany) : null,
    longestMonologueMs: longestTurnMs(turns, "company"),
    longestCustomerStoryMs: longestTurnMs(turns, "nonCompany"),
    interactivity: bothSpoke && durationMs ? sideChanges(turns) / (durationMs / MS_PER_MINUTE) : null,
    patienceMs: median(pausesBeforeCompany(turns)),
    questionRate:
      options.questions && talk.company > 0 && durationMs
        ? options.questions.filter(({ side }) => side === "company").length / (durationMs / MS_PER_HOUR)
        : null,
  };
}

function talkMsBySide(transcript: Transcript): Record<Side, number> {
  const sideOf = sidesOf(transcript.speakers);
  const talkMs = { company: 0, nonCompany: 0, unknown: 0 };
  for (const { speakerId, talkTimeMs } of talkTimes(transcript)) talkMs[sideOf(speakerId)] += talkTimeMs;
  return talkMs;
}

function longestTurnMs(turns: readonly Turn[], side: Side): number | null {
  const ofSide = turns.filter((turn) => turn.side === side);
  return ofSide.length === 0 ? null : ofSide.reduce((longest, turn) => Math.max(longest, turn.endMs - turn.startMs), 0);
}

function sideChanges(turns: readonly Turn[]): number {
  const sides = turns.map((turn) => turn.side).filter((side) => side !== "unknown");
  return sides.filter((side, index) => index > 0 && side !== sides[index - 1]).length;
}

function pausesBeforeCompany(turns: readonly Turn[]): number[] {
  return turns.flatMap((turn, index) => {
    const before = turns[index - 1];
    return turn.side === "company" && before?.side === "nonCompany" ? [Math.max(0, turn.startMs - before.endMs)] : [];
  });
}

function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  return upper === undefined || lower === undefined ? null : (lower + upper) / 2;
}
