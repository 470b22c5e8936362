import type { Writable } from "node:stream";
import type { CliIo } from "./cli-io.ts";
import { OutputClosedError } from "./cli-errors.ts";
import type { Page } from "./render/page.ts";
import { makeStyle } from "./render/style.ts";

/** Gives an answer in a form for people, or `undefined` where it has none for this answer. */
export type Render = (answer: unknown, page: Page) => string | undefined;

/** Where a command says what. Answers and lines go to stdout, notes to stderr. */
export interface Output {
  readonly isJson: boolean;
  /** One JSON document where stdout is not a terminal or `--json` was given, else the rendering for people. */
  answer(answer: unknown, render?: Render): Promise<void>;
  /**
   * The answers of several commands as one JSON array, each written once it is there; people get one after the other.
   */
  list(): AnswerList;
  /** Text for people, whatever stdout is. */
  line(text: string): Promise<void>;
  note(text: string): Promise<void>;
}

export interface AnswerList {
  add(answer: unknown, render?: Render): Promise<void>;
  end(): Promise<void>;
}

export function makeOutput(io: CliIo, options: { readonly isJsonAsked: boolean }): Output {
  const isJson = options.isJsonAsked || !io.isTerminal.stdout;
  const page = { columns: io.columns ?? 80, style: makeStyle(io.isColorWanted && io.isTerminal.stdout) };
  const rendered = (answer: unknown, render: Render | undefined) => `${render?.(answer, page) ?? json(answer)}\n`;
  return {
    isJson,
    answer: (answer, render) => write(io.stdout, isJson ? `${json(answer)}\n` : rendered(answer, render)),
    list: () => {
      if (isJson) return jsonList(io.stdout);
      return { add: (answer, render) => write(io.stdout, rendered(answer, render)), end: async () => {} };
    },
    line: (text) => write(io.stdout, `${text}\n`),
    note: (text) => write(io.stderr, `${text}\n`),
  };
}

/** The same without anything on stdout. */
export function withoutAnswers(output: Output): Output {
  const nothing = async () => {};
  return { ...output, answer: nothing, line: nothing, list: () => ({ add: nothing, end: nothing }) };
}

function json(answer: unknown): string {
  return JSON.stringify(answer, null, 2);
}

function jsonList(stdout: Writable): AnswerList {
  let count = 0;
  return {
    add: (answer) => write(stdout, `${count++ === 0 ? "[" : ","}\n  ${json(answer).replaceAll("\n", "\n  ")}`),
    end: () => write(stdout, count === 0 ? "[]\n" : "\n]\n"),
  };
}

/** @throws OutputClosedError when nobody reads the stream any more. */
export function write(stream: Writable, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.write(text, (error) => {
      if (!error) resolve();
      else reject(isClosed(error) ? new OutputClosedError("The output was closed.", { cause: error }) : error);
    });
  });
}

function isClosed(error: Error): boolean {
  return (
    "code" in error && ["EPIPE", "ERR_STREAM_DESTROYED", "ERR_STREAM_WRITE_AFTER_END"].includes(String(error.code))
  );
}
