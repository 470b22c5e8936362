import { type InputProblem, InvalidInputError } from "../../../calls/errors.ts";
import { InterruptedError } from "../cli-errors.ts";
import type { SeededLibrary, SeedOrder } from "../host/seeding.ts";
import type { ProgramContext } from "../program-context.ts";
import { makeCountView } from "../progress/count-view.ts";
import { allowExtras, refuseExtras } from "./refuse-extras.ts";

interface SeedOptions {
  readonly calls: string;
  readonly seed: string;
  readonly until?: string;
  readonly add?: true;
}

const MOST_CALLS = 100_000;
const LONGEST_SEED = 100;

/** `tamtam seed`: a made-up company with its calls, to try things out on. */
export function addSeedCommand(context: ProgramContext): void {
  const command = allowExtras(context.program.command("seed"))
    .summary("Fill the library with a made-up company and its calls")
    .description(
      "Fills the library with a made-up company: users, accounts and calls with transcripts, analysed and indexed like others, without " +
        "recordings. The same seed, number and date give the same calls; doing it again adds nothing.",
    )
    .option("--calls <number>", `How many calls there are to be, from 1 to ${MOST_CALLS}`, "300")
    .option("--seed <text>", "Another text gives another company", "tamtam")
    .option("--until <date>", "The calls are of the year before this date, such as 2025-06-30 (default: today)")
    .option("--add", "Do it although there are calls that no seed made");
  command.action(async () => {
    refuseExtras(command);
    await seed(context, readOrder(command.opts<SeedOptions>()));
  });
}

async function seed({ options, output }: ProgramContext, order: SeedOrder): Promise<void> {
  const { host, io } = options;
  const view = makeCountView("Calls", order.callCount, io);
  const startMs = performance.now();
  const seeded = await host.seed(order, { signal: io.signal, onProgress: view.show }).finally(view.end);
  if (!seeded.isComplete) {
    const doneCount = seeded.addedCount + seeded.presentCount;
    throw new InterruptedError(
      `interrupted. ${doneCount} of ${order.callCount} calls are there; the same command adds the rest.`,
    );
  }
  const seconds = Math.round((performance.now() - startMs) / 100) / 10;
  await output().answer(present(order, seeded, seconds), () => describe(order, seeded, seconds));
}

function present(order: SeedOrder, seeded: SeededLibrary, seconds: number) {
  return {
    seed: order.seed,
    until: dateOf(seeded.untilMs),
    company: seeded.company,
    users: seeded.userCount,
    accounts: seeded.accountCount,
    calls: { added: seeded.addedCount, present: seeded.presentCount },
    seconds,
  };
}

function describe({ callCount }: SeedOrder, seeded: SeededLibrary, seconds: number): string {
  const { company, userCount, accountCount, addedCount, untilMs } = seeded;
  return [
    `${company.name} (${company.domain}) has ${userCount} users and ${callCount} calls with ${accountCount} accounts, up to ${dateOf(untilMs)}.`,
    addedCount === 0
      ? "All of them were here before."
      : `${addedCount} ${addedCount === 1 ? "was" : "were"} added now, in ${seconds} s.`,
    "To look around: tamtam search-calls --keywords pricing",
  ].join("\n");
}

function dateOf(timeMs: number): string {
  return new Date(timeMs).toISOString().slice(0, 10);
}

/** @throws InvalidInputError with everything that is wrong */
function readOrder({ calls, seed: seedText, until, add }: SeedOptions): SeedOrder {
  const problems: InputProblem[] = [];
  const callCount = Number(calls);
  const untilMs = until === undefined ? undefined : readDate(until);
  if (!/^\d+$/.test(calls) || callCount < 1 || callCount > MOST_CALLS) {
    problems.push({ parameter: "--calls", message: `must be a whole number from 1 to ${MOST_CALLS}; got "${calls}"` });
  }
  if (seedText.trim() === "" || seedText.length > LONGEST_SEED) {
    problems.push({ parameter: "--seed", message: `must be a text of 1 to ${LONGEST_SEED} characters` });
  }
  if (until !== undefined && untilMs === undefined) {
    problems.push({ parameter: "--until", message: `must be a date such as 2025-06-30; got "${until}"` });
  }
  if (problems.length > 0) throw new InvalidInputError(problems);
  return { seed: seedText, callCount, untilMs, mayAddToOthers: add === true };
}

/** Midnight (UTC) of a date; nothing for a date there is not, such as February 30. */
function readDate(text: string): number | undefined {
  const timeMs = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(timeMs) || dateOf(timeMs) !== text ? undefined : timeMs;
}
