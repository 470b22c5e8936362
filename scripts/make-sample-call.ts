// Makes examples/sample-call.wav and what was said in it, from scripts/sample-call/dialogue.ts. Needs flite; the same
// flite always makes the same bytes. Run: node scripts/make-sample-call.ts
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { dialogue, speakers, type Line } from "./sample-call/dialogue.ts";
import { bandLimit, halveSampleRate, makeLineNoise, setLevel } from "./sample-call/telephone-line.ts";
import { readPcmWav, writeMuLawWav } from "./sample-call/wav.ts";

const sampleRateHz = 8000;
const noiseLevelDb = -68;
const closingPauseMs = 700;
const examplesFolder = new URL("../examples/", import.meta.url);

interface Turn {
  readonly line: Line;
  readonly samples: Float32Array;
  readonly startMs: number;
  readonly endMs: number;
}

/** One line as it comes out of a telephone. */
function speak(line: Line): Float32Array {
  const { voice, levelDb } = speakers[line.speaker];
  const folder = mkdtempSync(join(tmpdir(), "sample-call-"));
  try {
    const file = join(folder, "line.wav");
    execFileSync("flite", ["-voice", voice, "-t", line.text, "-o", file]);
    const spoken = readPcmWav(readFileSync(file));
    if (spoken.sampleRateHz !== 2 * sampleRateHz) throw new Error(`flite's voice ${voice} is not of 16 kHz`);
    return setLevel(trimSilence(halveSampleRate(bandLimit(spoken.samples, spoken.sampleRateHz))), levelDb);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Without the silence that flite puts around a line, so that a turn's times are those of its speech. */
function trimSilence(samples: Float32Array): Float32Array {
  const isLoud = (sample: number) => Math.abs(sample) > 0.002;
  return samples.slice(samples.findIndex(isLoud), samples.findLastIndex(isLoud) + 1);
}

function takeTurns(lines: readonly Line[]): readonly Turn[] {
  let nowMs = 0;
  return lines.map((line) => {
    const samples = speak(line);
    const startMs = nowMs + line.pauseMs;
    nowMs = startMs + Math.round((samples.length / sampleRateHz) * 1000);
    return { line, samples, startMs, endMs: nowMs };
  });
}

function mixChannel(turns: readonly Turn[], mediaChannelId: number, lengthMs: number): Float32Array {
  const channel = makeLineNoise((lengthMs * sampleRateHz) / 1000, noiseLevelDb, mediaChannelId + 1);
  for (const { line, samples, startMs } of turns) {
    if (speakers[line.speaker].mediaChannelId !== mediaChannelId) continue;
    const start = (startMs * sampleRateHz) / 1000;
    for (const [at, sample] of samples.entries()) channel[start + at] = (channel[start + at] ?? 0) + sample;
  }
  return channel;
}

function writeExample(name: string, content: string | Buffer): void {
  writeFileSync(new URL(name, examplesFolder), content);
}

const turns = takeTurns(dialogue);
const durationMs = Math.max(...turns.map((turn) => turn.endMs)) + closingPauseMs;
const wav = writeMuLawWav(mixChannel(turns, 0, durationMs), mixChannel(turns, 1, durationMs));

const said = turns.map(({ line, startMs, endMs }) => {
  const { name, mediaChannelId } = speakers[line.speaker];
  return { name, mediaChannelId, startMs, endMs, text: line.text };
});

writeExample("sample-call.wav", wav);
writeExample("sample-call.json", `${JSON.stringify({ durationMs, turns: said }, null, 2)}\n`);
writeExample(
  "sample-call.txt",
  said.map((turn) => `${(turn.startMs / 1000).toFixed(1).padStart(5)} s  ${turn.name}: ${turn.text}\n`).join(""),
);
process.stdout.write(`examples/sample-call.wav: ${(durationMs / 1000).toFixed(1)} s, ${wav.length} bytes\n`);
