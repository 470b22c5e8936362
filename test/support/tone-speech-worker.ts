import { parentPort } from "node:worker_threads";
import type { SpeechRequest, SpeechResult } from "../../src/engine/transcription/moonshine/speech-worker.ts";
import { serveRequests } from "../../src/engine/transcription/moonshine/worker-messages.ts";
import { hearTones } from "./tone-speech.ts";

const WINDOW_SAMPLES = 512;
const SPEECH_POWER = 1e-4;

/** Takes the place of the speech worker: same requests, on the sound of `tone-speech.ts`. */
async function answer(request: SpeechRequest): Promise<SpeechResult> {
  if (request.kind === "recognise") {
    const words = hearTones(request.samples).map((word) => ({ ...word, logProb: -0.1 }));
    const text = words.map((word) => word.text).join(" ");
    return { kind: "recognise", recognition: { text, words, meanLogProb: -0.1, hitTokenCap: false } };
  }
  const channels = request.channels.map((samples) => {
    const powers = Float32Array.from({ length: Math.ceil(samples.length / WINDOW_SAMPLES) }, (_, window) => {
      const part = samples.subarray(window * WINDOW_SAMPLES, (window + 1) * WINDOW_SAMPLES);
      return part.reduce((sum, sample) => sum + sample * sample, 0) / WINDOW_SAMPLES;
    });
    return { powers, probabilities: powers.map((power) => (power > SPEECH_POWER ? 1 : 0)) };
  });
  const state = request.state ?? { hidden: new Float32Array(0), cell: new Float32Array(0), contexts: [] };
  return { kind: "detect", activity: { channels, state } };
}

if (parentPort) serveRequests(parentPort, Promise.resolve(answer));
