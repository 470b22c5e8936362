import { spawn } from "node:child_process";

/** A program ended badly. `output` is everything it printed. */
export class CommandFailed extends Error {
  constructor(message, output) {
    super(message);
    this.output = output;
  }
}

/** Runs a program in `folder` and keeps its output to itself, unless it fails. */
export function runCommand(folder, program, args, { env = process.env, inShell = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: folder, env, shell: inShell, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    const collect = (chunk) => {
      output += chunk;
    };
    child.stdout.setEncoding("utf8").on("data", collect);
    child.stderr.setEncoding("utf8").on("data", collect);
    child.on("error", (error) =>
      reject(new CommandFailed(`${program} could not be started: ${error.message}`, output)),
    );
    child.on("close", (code, signal) => {
      if (code === 0) resolve(output);
      else
        reject(new CommandFailed(`${program} ${args.join(" ")} ended with ${signal ?? `exit code ${code}`}`, output));
    });
  });
}

/** Times `work` and returns whole seconds worded for a progress line: "11 s". */
export async function timed(work) {
  const startMs = Date.now();
  await work();
  const seconds = (Date.now() - startMs) / 1000;
  return seconds < 10 ? `${seconds.toFixed(1)} s` : `${Math.round(seconds)} s`;
}
