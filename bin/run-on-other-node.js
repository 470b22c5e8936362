import { spawn } from "node:child_process";

/** Runs this same command line on another Node, as if it had been started there: same terminal, signals and ending. */
export function runOnOtherNode(nodePath, script, args) {
  const child = spawn(nodePath, [script, ...args], { stdio: "inherit" });
  const isAtTerminal = process.stdin.isTTY || process.stdout.isTTY || process.stderr.isTTY;
  const forward = (signal) => child.kill(signal);
  for (const signal of ["SIGTERM", "SIGHUP", "SIGUSR2"]) process.on(signal, forward);
  for (const signal of ["SIGINT", "SIGQUIT"]) process.on(signal, isAtTerminal ? leaveToTerminal : forward);
  child.on("error", (error) => {
    process.stderr.write(`tamtam: ${nodePath} could not be started: ${error.message}\n`);
    process.exitCode = 70;
  });
  child.on("exit", (code, signal) => endLike(code, signal));
}

/** A terminal sends Ctrl-C to parent and child alike; passing it on would make it two. */
function leaveToTerminal() {}

function endLike(code, signal) {
  if (signal === null) {
    process.exitCode = code;
    return;
  }
  process.removeAllListeners(signal);
  process.kill(process.pid, signal);
}
