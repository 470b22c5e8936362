/*
 * Memory of the whole process while recordings of growing length are processed: it must not grow with the length.
 * Run: node bench/memory.ts [hours …]   (0.25 and 2 by default)
 */
import { spawn } from "node:child_process";
import { createWriteStream, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const SAMPLE_INTERVAL_MS = 200;
const WAV_HEADER_BYTES = 44;
const root = fileURLToPath(new URL("..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "tamtam-bench-"));
const hours = process.argv.slice(2).map(Number);

/** The sample call over and over: two channels, 8 kHz, µ-law. */
async function makeRecording(path: string, lengthHours: number): Promise<void> {
  const sample = readFileSync(join(root, "examples/sample-call.wav"));
  const start = sample.indexOf("data", WAV_HEADER_BYTES - 8) + 8;
  const sound = sample.subarray(start, start + sample.readUInt32LE(start - 4));
  const soundBytes = Math.round(lengthHours * 3600 * 8000 * 2);
  const header = Buffer.from(sample.subarray(0, start));
  header.writeUInt32LE(soundBytes, start - 4);
  header.writeUInt32LE(soundBytes + start - 8, 4);
  const file = createWriteStream(path);
  file.write(header);
  for (let written = 0; written < soundBytes; written += sound.length) {
    if (!file.write(sound.subarray(0, Math.min(sound.length, soundBytes - written)))) await once(file, "drain");
  }
  file.end();
  await once(file, "close");
}

async function peakMegabytes(lengthHours: number): Promise<{ peak: number; seconds: number }> {
  const path = join(folder, `${lengthHours}-hours.wav`);
  await makeRecording(path, lengthHours);
  const text = readFileSync(join(root, "examples/sample-call.command.txt"), "utf8")
    .replace("examples/sample-call.wav", path)
    .replace("tamtam_sample_call", `memory-${lengthHours}`);
  const env = { ...process.env, TAMTAM_DATA_DIR: join(folder, "data") };
  const startMs = performance.now();
  const child = spawn(process.execPath, [join(root, "bin/tamtam.js"), "run"], {
    env,
    cwd: root,
    stdio: ["pipe", "ignore", "inherit"],
  });
  child.stdin.end(text);
  let peak = 0;
  const timer = setInterval(() => {
    peak = Math.max(peak, residentMegabytes(child.pid));
  }, SAMPLE_INTERVAL_MS);
  const [code] = (await once(child, "close")) as [number];
  clearInterval(timer);
  if (code !== 0) throw new Error(`tamtam ended with ${code}`);
  rmSync(path);
  return { peak, seconds: (performance.now() - startMs) / 1000 };
}

/** Linux: what the process and its children hold now. */
function residentMegabytes(pid: number | undefined): number {
  try {
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim().split(" ").filter(Boolean);
    const own = Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1000;
    return own + children.reduce((sum, child) => sum + residentMegabytes(Number(child)), 0);
  } catch {
    return 0;
  }
}

try {
  for (const lengthHours of hours.length > 0 ? hours : [0.25, 2]) {
    const { peak, seconds } = await peakMegabytes(lengthHours);
    const pace = ((lengthHours * 3600) / seconds).toFixed(1);
    console.log(
      `${lengthHours} h, two channels: ${peak.toFixed(0)} MB at most, ${seconds.toFixed(0)} s (${pace} times real time)`,
    );
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
