import { derivedFile, fetchModelFiles, modelFilePath } from "./model-cache.ts";
import type { FetchModelFilesOptions } from "./model-cache.ts";
import { MOONSHINE_PACKAGE_VERSION, RECOGNISER_FILES, VAD_FILE } from "./model-files.ts";
import type { ModelName } from "./model-files.ts";
import type { PreparedModel } from "./recogniser.ts";
import { DECODER_RECUT_VERSION, recutDecoder } from "./recut-decoder.ts";

export type PrepareOptions = Omit<FetchModelFilesOptions, "models">;

/**
 * Fetches what is missing, cuts the decoder anew if that has not been done, and says where everything is.
 * @throws SetupError where the model cannot be fetched or written.
 */
export async function prepareModel(options: PrepareOptions & { readonly name: ModelName }): Promise<PreparedModel> {
  const { name, cacheDir } = options;
  await fetchModelFiles({ ...options, models: [name] });
  const { encoder, decoder } = RECOGNISER_FILES[name];
  return {
    name,
    version: `${MOONSHINE_PACKAGE_VERSION}+recut${DECODER_RECUT_VERSION}`,
    encoderPath: modelFilePath(cacheDir, encoder),
    decoderPath: await derivedFile(cacheDir, decoder, `recut${DECODER_RECUT_VERSION}`, recutDecoder),
  };
}

/** @returns the path of the published Silero VAD v5 graph. */
export async function prepareVad(options: PrepareOptions): Promise<string> {
  await fetchModelFiles({ ...options, models: ["vad"] });
  return modelFilePath(options.cacheDir, VAD_FILE);
}
