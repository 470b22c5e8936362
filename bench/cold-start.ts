/*
 * How long `tamtam get-call` takes from the command to its answer, beside the shortest a Node program can take.
 * Run: node bench/cold-start.ts
 */
import { spawnSync } from "node:child_process";
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

try {
  const example = spawnSync(process.execPath, [command, "run", "--no-wait", "examples/sample-call.command.txt"], {
    env,
    cwd: root,
  });
  const { callId } = JSON.parse(String(example.stdout)) as { callId: string };
  const getCall = [command, "get-call", "--call-id", callId];
  time(getCall);
  const pairs = Array.from({ length: RUNS }, () => ({ node: time(["-e", "0"]), tamtam: time(getCall) }));
  const node = median(pairs.map((pair) => pair.node));
  const tamtam = median(pairs.map((pair) => pair.tamtam));
  console.log(`cold start of tamtam get-call, median of ${RUNS}: ${tamtam.toFixed(0)} ms`);
  console.log(
    `node -e 0 in the same run:                    ${node.toFixed(0)} ms (ratio ${(tamtam / node).toFixed(1)})`,
  );
} finally {
  rmSync(dataDir, { recursive: true, force: true });
}
