import { expect, test } from "vitest";
import { runProcess, type RunOptions } from "./run-process.ts";

/** Runs a JavaScript program with Node. */
const runNode = (program: string, options: Partial<RunOptions> = {}) =>
  runProcess(process.execPath, ["-e", program], {
    signal: new AbortController().signal,
    idleTimeoutMs: 20_000,
    onOutput: () => {},
    ...options,
  });

/** Writes its process id and then does nothing for ever. */
const endless = "console.log(process.pid); setInterval(() => {}, 1000);";
const isRunning = (processId: number): boolean => {
  try {
    return process.kill(processId, 0);
  } catch {
    return false;
  }
};

test("the output comes in order, the exit code and the error text at the end", async () => {
  let output = "";
  const program = "console.log('one'); console.error('oh'); console.log('two'); process.exitCode = 3;";
  const result = await runNode(program, { onOutput: (chunk) => void (output += chunk.toString()) });
  expect(output).toBe("one\ntwo\n");
  expect(result).toEqual({ exitCode: 3, errorText: "oh\n", wasIdle: false });
});

test("a process is gone when it is told to stop", async () => {
  const controller = new AbortController();
  const reason = new Error("the server is stopping");
  let processId = 0;
  const onOutput = (chunk: Buffer): void => {
    processId = Number(chunk.toString());
    controller.abort(reason);
  };
  await expect(runNode(endless, { signal: controller.signal, onOutput })).rejects.toBe(reason);
  expect(processId).toBeGreaterThan(0);
  expect(isRunning(processId)).toBe(false);
});

test("a process is gone when its output cannot be taken", async () => {
  let processId = 0;
  const onOutput = (chunk: Buffer): void => {
    processId = Number(chunk.toString());
    throw new Error("the disk is full");
  };
  await expect(runNode(endless, { onOutput })).rejects.toThrow("the disk is full");
  expect(isRunning(processId)).toBe(false);
});

test("a process that says nothing any more is ended", async () => {
  const result = await runNode("setInterval(() => {}, 1000);", { idleTimeoutMs: 300 });
  expect(result).toMatchObject({ exitCode: null, wasIdle: true });
});

test("a program that is not there is an error", async () => {
  const missing = runProcess("/nowhere/ffmpeg", [], {
    signal: new AbortController().signal,
    idleTimeoutMs: 1000,
    onOutput: () => {},
  });
  await expect(missing).rejects.toThrow("ENOENT");
});
