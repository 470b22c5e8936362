import { ALIGNMENT_HEADS } from "./alignment-heads.ts";
import { derivedFile, fetchModelFiles, modelFilePath } from "./model-cache.ts";
import type { FetchModelFilesOptions } from "./model-cache.ts";
import { MOONSHINE_PACKAGE_VERSION, RECOGNISER_FILES, VAD_FILE } from "./model-files.ts";
import type { ModelName } from "./model-files.ts";
import type { PreparedModel } from "./recogniser.ts";
import { RECUT_VERSION, VOICE_ACTIVITY_RECUT_VERSION } from "./recut-version.ts";

export type PrepareOptions = Omit<FetchModelFilesOptions, "models">;

/**
 * Fetches what is missing, re-cuts the graphs if that has not been done, and says where everything is.
 * @throws SetupError where the model cannot be fetched or written.
 */
export async function prepareModel(options: PrepareOptions & { readonly name: ModelName }): Promise<PreparedModel> {
  const { name, cacheDir } = options;
  await fetchModelFiles({ ...options, models: [name] });
  const { encoder, decoder } = RECOGNISER_FILES[name];
  const kind = `recut${RECUT_VERSION}`;
  // The graph tools are loaded only for the one time they are needed.
  const encoderPath = await derivedFile(cacheDir, encoder, `${kind}.onnx`, async (stock) => {
    const { recutEncoder } = await import("./recut-encoder.ts");
    return recutEncoder(stock);
  });
  const decoderPath = await derivedFile(cacheDir, decoder, `${kind}.onnx`, async (stock) => {
    const { recutDecoder } = await import("./recut-decoder.ts");
    return recutDecoder(stock, ALIGNMENT_HEADS[name]);
  });
  // The tokenizer holds 40 MB for what a worker needs one list of.
  const vocabularyPath = await derivedFile(cacheDir, decoder, "vocabulary.json", async () => {
    const { default: tokenizer } = await import("llama-tokenizer-js");
    return Buffer.from(JSON.stringify(tokenizer.vocabById));
  });
  return { name, version: `${MOONSHINE_PACKAGE_VERSION}+${kind}`, encoderPath, decoderPath, vocabularyPath };
}

/** @returns the path of the voice activity detector, re-cut from Silero's. */
export async function prepareVoiceActivity(options: PrepareOptions): Promise<string> {
  await prepareVad(options);
  return derivedFile(options.cacheDir, VAD_FILE, `recut${VOICE_ACTIVITY_RECUT_VERSION}.onnx`, async (published) => {
    const { recutVoiceActivity } = await import("./recut-voice-activity.ts");
    return recutVoiceActivity(published);
  });
}

/** @returns the path of the published Silero VAD v5 graph. */
export async function prepareVad(options: PrepareOptions): Promise<string> {
  await fetchModelFiles({ ...options, models: ["vad"] });
  return modelFilePath(options.cacheDir, VAD_FILE);
}
