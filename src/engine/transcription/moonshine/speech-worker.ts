import { parentPort, workerData } from "node:worker_threads";
import type { PreparedModel, Recogniser, Recognition } from "./recogniser.ts";
import { openRecogniser } from "./recogniser.ts";
import type { VoiceActivity, VoiceActivityResult, VoiceActivityState } from "./voice-activity.ts";
import { openVoiceActivity } from "./voice-activity.ts";
import { serveRequests } from "./worker-messages.ts";

export interface SpeechWorkerData {
  readonly model: PreparedModel;
  /** The graph of `recutVoiceActivity`. */
  readonly voiceActivityModel: Uint8Array;
}

export type SpeechRequest =
  | {
      readonly kind: "detect";
      readonly channels: readonly Float32Array[];
      readonly state?: VoiceActivityState | undefined;
    }
  | { readonly kind: "recognise"; readonly samples: Float32Array };

export type SpeechResult =
  | { readonly kind: "detect"; readonly activity: VoiceActivityResult }
  | { readonly kind: "recognise"; readonly recognition: Recognition };

async function openSpeech(data: SpeechWorkerData): Promise<(request: SpeechRequest) => Promise<SpeechResult>> {
  let recogniser: Promise<Recogniser> | undefined;
  let voiceActivity: Promise<VoiceActivity> | undefined;
  return async (request) => {
    if (request.kind === "detect") {
      voiceActivity ??= openVoiceActivity(data.voiceActivityModel);
      const activity = await (await voiceActivity).detect(request.channels, request.state);
      return { kind: "detect", activity };
    }
    recogniser ??= openRecogniser(data.model);
    const recognition = await (await recogniser).recognise(request.samples);
    return { kind: "recognise", recognition };
  };
}

// The entry of a worker thread: the one place where importing does work.
if (parentPort) serveRequests(parentPort, openSpeech(workerData as SpeechWorkerData)); // `worker-pool.ts` sends exactly this
