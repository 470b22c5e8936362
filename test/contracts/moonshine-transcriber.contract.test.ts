import { MoonshineTranscriber } from "../../src/engine/transcription/moonshine/moonshine-transcriber.ts";
import { speechEngineOn } from "../../src/engine/transcription/moonshine/speech-engine.ts";
import type { SpeechRequest, SpeechResult } from "../../src/engine/transcription/moonshine/speech-worker.ts";
import { WorkerPool } from "../../src/engine/transcription/moonshine/worker-pool.ts";
import { toneCall, toneSides } from "../support/tone-call.ts";
import { describeTranscriberContract } from "./transcriber.contract.ts";

// Everything but the model itself, which test/acceptance/speech-models has.
describeTranscriberContract("MoonshineTranscriber on tones", async () => {
  const url = new URL("../support/tone-speech-worker.ts", import.meta.url);
  const open = async () =>
    speechEngineOn(new WorkerPool<SpeechRequest, SpeechResult>({ url, workerData: {}, workerCount: 2 }));
  const transcriber = new MoonshineTranscriber({ engine: "moonshine", model: "tones", version: "1" }, open);
  return {
    transcriber,
    audio: toneCall,
    sides: toneSides,
    [Symbol.asyncDispose]: () => transcriber[Symbol.asyncDispose](),
  };
});
