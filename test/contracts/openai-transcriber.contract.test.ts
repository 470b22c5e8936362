import { createOpenAiTranscriber } from "../../src/engine/transcription/openai-compatible/openai-transcriber.ts";
import { toneCall, toneSides } from "../support/tone-call.ts";
import { startTranscriptionServer } from "../support/transcription-server.ts";
import { describeTranscriberContract } from "./transcriber.contract.ts";

describeTranscriberContract("OpenAiTranscriber on a server of this machine", async () => {
  const server = await startTranscriptionServer();
  const transcriber = createOpenAiTranscriber({ baseUrl: server.baseUrl, model: "whisper-1" });
  return {
    transcriber,
    audio: toneCall,
    sides: toneSides,
    async [Symbol.asyncDispose]() {
      await transcriber[Symbol.asyncDispose]();
      await server[Symbol.asyncDispose]();
    },
  };
});
