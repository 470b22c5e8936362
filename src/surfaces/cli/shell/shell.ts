import { createInterface, type Interface } from "node:readline";
import { InterruptedError, OutputClosedError } from "../cli-errors.ts";
import { exitCodes } from "../exit-codes.ts";
import { writeError } from "../write-error.ts";
import { type CommandBuffer, makeCommandBuffer } from "./command-buffer.ts";
import { complete } from "./complete.ts";
import { addToHistory, readHistory } from "./history-file.ts";
import { runLine } from "./run-line.ts";
import type { ShellTools } from "./shell-tools.ts";

const PROMPT = "tamtam> ";
const PROMPT_WITHIN = "   ...> ";

/**
 * Answers commands until `exit`, Ctrl-D or the end of the input. An error does not end it. Gives 0 to people, and to a
 * script that pipes its commands in the exit code of the first that failed.
 */
export async function runShell(tools: ShellTools): Promise<number> {
  const shell = new Shell(tools);
  return tools.io.isTerminal.stdin && tools.io.isTerminal.stdout ? shell.converse() : shell.readPiped();
}

class Shell {
  readonly #tools: ShellTools;
  readonly #buffer: CommandBuffer = makeCommandBuffer();
  /** Of the command that runs now. */
  #running: AbortController | undefined;
  #firstFailure: number = exitCodes.ok;

  constructor(tools: ShellTools) {
    this.#tools = tools;
  }

  async readPiped(): Promise<number> {
    const { io } = this.#tools;
    const reader = createInterface({ input: io.stdin, crlfDelay: Number.POSITIVE_INFINITY });
    const ending = await this.#answerLines(reader, () => {});
    if (ending !== "exit") await this.#runAll(this.#buffer.flush());
    return this.#firstFailure;
  }

  async converse(): Promise<number> {
    const { io, host, output, historyFile } = this.#tools;
    await output.note(`Tamtam ${host.version}. Tab completes; help explains; exit or Ctrl-D ends.`);
    let history = await readHistory(historyFile);
    for (;;) {
      const reader = this.#openTerminal(history);
      reader.on("history", (lines) => {
        history = lines;
      });
      const ending = await this.#answerLines(reader, () => prompt(reader, this.#buffer), historyFile);
      io.stdout.write("\n");
      // Ctrl-D closes the reader: it runs a command that has begun, and ends the shell where none has.
      if (ending === "exit" || this.#buffer.pending.length === 0) return exitCodes.ok;
      if ((await this.#runAll(this.#buffer.flush())) === "exit") return exitCodes.ok;
    }
  }

  #openTerminal(history: string[]): Interface {
    const { io, connectionNames } = this.#tools;
    const reader = createInterface({
      input: io.stdin,
      output: io.stdout,
      terminal: true,
      history,
      completer: (line: string) => complete(line, this.#buffer.pending, connectionNames),
    });
    reader.on("SIGINT", () => {
      if (this.#running) return this.#running.abort();
      this.#buffer.clear();
      io.stdout.write("^C\n");
      // Readline has no other way to drop what stands on the line.
      reader.write(null, { ctrl: true, name: "e" });
      reader.write(null, { ctrl: true, name: "u" });
      prompt(reader, this.#buffer);
    });
    return reader;
  }

  async #answerLines(reader: Interface, ask: () => void, historyFile?: string): Promise<"exit" | undefined> {
    const { signal } = this.#tools.io;
    const stop = () => reader.close();
    let isClosed = false;
    reader.once("close", () => {
      isClosed = true;
    });
    // Lines that came before the end of the input are still read after it.
    const askOn = () => (isClosed ? undefined : ask());
    signal.addEventListener("abort", stop, { once: true });
    try {
      ask();
      for await (const line of reader) {
        if (historyFile !== undefined) await addToHistory(historyFile, line);
        if ((await this.#runAll(this.#buffer.add(line))) === "exit") return "exit";
        askOn();
      }
    } finally {
      signal.removeEventListener("abort", stop);
      reader.close();
    }
    if (signal.aborted) throw new InterruptedError("Interrupted.");
    return undefined;
  }

  async #runAll(texts: readonly string[]): Promise<"exit" | undefined> {
    for (const text of texts) if ((await this.#run(text)) === "exit") return "exit";
    return undefined;
  }

  async #run(text: string): Promise<"exit" | undefined> {
    const { io, isJsonAsked } = this.#tools;
    this.#running = new AbortController();
    try {
      return await runLine(text, this.#tools, AbortSignal.any([io.signal, this.#running.signal]));
    } catch (error) {
      if (error instanceof OutputClosedError) throw error;
      const exitCode = await writeError(error, io, { isJsonAsked });
      if (this.#firstFailure === exitCodes.ok) this.#firstFailure = exitCode;
      return undefined;
    } finally {
      this.#running = undefined;
    }
  }
}

function prompt(reader: Interface, buffer: CommandBuffer): void {
  reader.setPrompt(buffer.pending.length === 0 ? PROMPT : PROMPT_WITHIN);
  reader.prompt();
}
