import { assignSpeakers } from "../../calls/assign-speakers.ts";
import type { AudioInfo } from "../../calls/call.ts";
import { StageError } from "../../calls/errors.ts";
import type { IdSource } from "../../calls/ids.ts";
import { sayWhoIsUnknown } from "../../calls/say-who-is-unknown.ts";
import type { MediaStore } from "../media/media-store.ts";
import type { CallStore } from "../store/call-store.ts";
import type { ChannelAudio, Transcriber } from "../transcription/transcriber.ts";
import type { StageContext, StageRunner } from "./stage-runner.ts";

export interface TranscribeParts {
  readonly calls: CallStore;
  readonly media: MediaStore;
  readonly openSamples: (path: string, channelCount: number) => Promise<ChannelAudio & AsyncDisposable>;
  readonly transcriber: () => Promise<Transcriber>;
  readonly makeId: IdSource;
  readonly clock: () => number;
}

/** Turns the samples into sentences and finds out who says them. */
export function transcribe(parts: TranscribeParts): StageRunner {
  return {
    run: async (call, { signal, onProgress }) => {
      const audio = call.media?.audio;
      if (!audio)
        throw new StageError("samples-missing", "The recording was not decoded; add the call again.", {
          isTransient: false,
        });
      const path = await parts.media.localPath(call.id, "samples");
      await using samples = await parts.openSamples(path, audio.channelCount);
      const transcriber = await parts.transcriber();
      const isTwoSided = audio.channelCount === 2 && !audio.isDualMono;
      const channels = await transcriber.transcribe(samples, {
        channels: isTwoSided ? [0, 1] : [0],
        languageCode: call.languageCode,
        signal,
        onProgress: paced(parts.clock, audio, onProgress),
      });
      const transcript = assignSpeakers({
        channels,
        parties: call.parties,
        isTwoSided,
        speakersTimeline: call.speakersTimeline,
        provenance: transcriber.provenance,
        newId: parts.makeId,
      });
      return {
        commit: (transaction) => parts.calls.setTranscript(call.id, transcript, transaction),
        warnings: sayWhoIsUnknown(audio, transcript.speakers),
        afterCommit: () => parts.media.remove(call.id, "samples"),
      };
    },
  };
}

function paced(
  clock: () => number,
  audio: AudioInfo,
  onProgress: StageContext["onProgress"],
): (doneMs: number) => void {
  const startMs = clock();
  return (doneMs) => {
    const workMs = clock() - startMs;
    onProgress({
      progress: audio.durationMs === 0 ? undefined : Math.min(1, doneMs / audio.durationMs),
      timesRealTime: workMs > 0 ? Math.round((doneMs / workMs) * 10) / 10 : undefined,
    });
  };
}
