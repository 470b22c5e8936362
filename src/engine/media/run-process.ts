import { spawn } from "node:child_process";
import { once } from "node:events";

/** More than any error says that is worth showing. */
const MAX_ERROR_TEXT_BYTES = 16_384;

export interface RunOptions {
  readonly signal: AbortSignal;
  /** How long the process may write nothing to standard output. */
  readonly idleTimeoutMs: number;
  /** Takes the output as it comes; the process waits while a piece is being taken. */
  readonly onOutput: (chunk: Buffer) => Promise<void> | void;
}

export interface RunResult {
  /** `null` when it was killed. */
  readonly exitCode: number | null;
  readonly errorText: string;
  readonly wasIdle: boolean;
}

/**
 * Runs a program until it ends. When `onOutput` throws, the signal is aborted or nothing comes for too long, the process is killed;
 * it is gone in every case before this returns or throws.
 * @throws what `onOutput` threw, the signal's reason, or why the program could not be started.
 */
export async function runProcess(program: string, args: readonly string[], options: RunOptions): Promise<RunResult> {
  options.signal.throwIfAborted();
  const child = spawn(program, args, {
    stdio: ["ignore", "pipe", "pipe"],
    signal: options.signal,
    killSignal: "SIGKILL",
  });
  const closed = once(child, "close");
  closed.catch(() => {});
  const errorText = collectText(child.stderr);
  let wasIdle = false;
  const onIdle = (): void => {
    wasIdle = true;
    child.kill("SIGKILL");
  };
  let idle = setTimeout(onIdle, options.idleTimeoutMs);
  try {
    for await (const chunk of child.stdout) {
      clearTimeout(idle);
      await options.onOutput(chunk);
      idle = setTimeout(onIdle, options.idleTimeoutMs);
    }
    await closed;
    options.signal.throwIfAborted();
    return { exitCode: child.exitCode, errorText: errorText(), wasIdle };
  } catch (error) {
    options.signal.throwIfAborted();
    throw error;
  } finally {
    clearTimeout(idle);
    await endProcess(child);
  }
}

async function endProcess(child: ReturnType<typeof spawn>): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, "exit").catch(() => {});
  child.kill("SIGKILL");
  await exited;
}

function collectText(stream: NodeJS.ReadableStream): () => string {
  let text = "";
  stream.setEncoding("utf8");
  stream.on("data", (chunk: string) => {
    text = (text + chunk).slice(-MAX_ERROR_TEXT_BYTES);
  });
  return () => text;
}
