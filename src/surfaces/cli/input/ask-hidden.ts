import { createInterface } from "node:readline";
import { Writable } from "node:stream";
import { InvalidInputError } from "../../../calls/errors.ts";
import { InterruptedError } from "../cli-errors.ts";
import type { CliIo } from "../cli-io.ts";

type Terminal = Pick<CliIo, "stdin" | "stderr" | "isTerminal">;

/**
 * Asks for secrets, one after the other: on a terminal without showing what is typed, else a line of standard input for each. They are
 * never arguments, which other users of the machine can read.
 */
export async function askHidden(questions: readonly string[], io: Terminal): Promise<string[]> {
  const isTerminal = io.isTerminal.stdin;
  // Where lines are edited they are written too: here to nowhere.
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const reader = createInterface({ input: io.stdin, output: nowhere, terminal: isTerminal });
  const interruption = new AbortController();
  reader.once("SIGINT", () => interruption.abort());
  const lines = reader[Symbol.asyncIterator]();
  const answers: string[] = [];
  try {
    for (const question of questions) {
      if (isTerminal) io.stderr.write(`${question}: `);
      const answer = await Promise.race([lines.next(), untilAborted(interruption.signal)]);
      if (isTerminal) io.stderr.write("\n");
      answers.push(requireText(question, answer.done ? "" : answer.value));
    }
    return answers;
  } finally {
    reader.close();
  }
}

function requireText(question: string, typed: string): string {
  const text = typed.trim();
  if (text !== "") return text;
  const message = "is required: type it when asked, or write it as a line of standard input";
  throw new InvalidInputError([{ parameter: question.toLowerCase(), message }]);
}

function untilAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener("abort", () => reject(new InterruptedError("Interrupted.")), { once: true });
  });
}
