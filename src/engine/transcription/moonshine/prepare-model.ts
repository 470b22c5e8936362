import type { ModelName } from "./model-files.ts";
import type { PreparedModel } from "./recogniser.ts";

export interface PrepareOptions {
  readonly cacheDir: string;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((doneBytes: number, totalBytes: number) => void) | undefined;
}

/** Fetches what is missing, cuts the decoder, and says where everything is. */
export function prepareModel(_options: PrepareOptions & { readonly name: ModelName }): Promise<PreparedModel> {
  return Promise.reject(new Error("being written"));
}

/** The path of the Silero VAD v5 graph. */
export function prepareVad(_options: PrepareOptions): Promise<string> {
  return Promise.reject(new Error("being written"));
}
