/*
 * How long `tamtam get-call` takes from the command to its answer, and `tamtam mcp` until an agent that started it is answered, beside the
 * shortest a Node program can take.
 * Run: node bench/cold-start.ts
 */
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { median } from "./figures.ts";

const RUNS = 21;
const root = fileURLToPath(new URL("..", import.meta.url));
const command = join(root, "bin/tamtam.js");
const dataDir = mkdtempSync(join(tmpdir(), "tamtam-bench-"));
const env = { ...process.env, TAMTAM_DATA_DIR: dataDir };

function time(args: readonly string[]): number {
  const startMs = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, { env, cwd: root });
  if (status !== 0) throw new Error(`node ${args.join(" ")} ended with ${status}: ${String(stderr)}`);
  return performance.now() - startMs;
}

const params = { protocolVersion: "2025-11-25", capabilities: {}, clientInfo: { name: "bench", version: "1" } };
const initialize = `${JSON.stringify({ jsonrpc: "2.0", id: 1, method: "initialize", params })}\n`;

/** Until the answer to the first message; how the command ends is not counted. */
async function timeMcp(): Promise<number> {
  const startMs = performance.now();
  const child = spawn(process.execPath, [command, "mcp"], { env, cwd: root, stdio: ["pipe", "pipe", "inherit"] });
  const ended = once(child, "exit");
  child.stdin.write(initialize);
  await Promise.race([once(child.stdout, "data"), ended.then(() => Promise.reject(new Error("tamtam mcp ended")))]);
  const tookMs = performance.now() - startMs;
  child.stdin.end();
  await ended;
  return tookMs;
}

function report(what: string, tookMs: number, nodeMs: number): void {
  console.log(`${what}, median of ${RUNS}: ${tookMs.toFixed(0)} ms (${(tookMs / nodeMs).toFixed(1)} times node -e 0)`);
}

try {
  const example = spawnSync(process.execPath, [command, "run", "--no-wait", "examples/sample-call.command.txt"], {
    env,
    cwd: root,
  });
  const { callId } = JSON.parse(String(example.stdout)) as { callId: string };
  const getCall = [command, "get-call", "--call-id", callId];
  time(getCall);
  await timeMcp();
  const rounds: { node: number; getCall: number; mcp: number }[] = [];
  while (rounds.length < RUNS) rounds.push({ node: time(["-e", "0"]), getCall: time(getCall), mcp: await timeMcp() });
  const node = median(rounds.map((round) => round.node));
  console.log(`node -e 0, median of ${RUNS}: ${node.toFixed(0)} ms`);
  report("tamtam get-call until its answer", median(rounds.map((round) => round.getCall)), node);
  report("tamtam mcp until the answer to initialize", median(rounds.map((round) => round.mcp)), node);
} finally {
  rmSync(dataDir, { recursive: true, force: true });
}
