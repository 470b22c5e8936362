import { ALIGNMENT_HEADS } from "./alignment-heads.ts";
import { derivedFile, fetchModelFiles, modelFilePath } from "./model-cache.ts";
import type { FetchModelFilesOptions } from "./model-cache.ts";
import { MOONSHINE_PACKAGE_VERSION, RECOGNISER_FILES, VAD_FILE } from "./model-files.ts";
import type { ModelName } from "./model-files.ts";
import type { PreparedModel } from "./recogniser.ts";
import { RECUT_VERSION } from "./recut-version.ts";

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
  const encoderPath = await derivedFile(cacheDir, encoder, kind, async (stock) => {
    const { recutEncoder } = await import("./recut-encoder.ts");
    return recutEncoder(stock);
  });
  const decoderPath = await derivedFile(cacheDir, decoder, kind, async (stock) => {
    const { recutDecoder } = await import("./recut-decoder.ts");
    return recutDecoder(stock, ALIGNMENT_HEADS[name]);
  });
  return { name, version: `${MOONSHINE_PACKAGE_VERSION}+${kind}`, encoderPath, decoderPath };
}

/** @returns the path of the published Silero VAD v5 graph. */
export async function prepareVad(options: PrepareOptions): Promise<string> {
  await fetchModelFiles({ ...options, models: ["vad"] });
  return modelFilePath(options.cacheDir, VAD_FILE);
}
