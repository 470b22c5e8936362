import { existsSync } from "node:fs";
import { join } from "node:path";

/** Gong's own document and recorded answers stand beside the test data, on the project's own machines. */
export function gongFolder(leftOut: string): string | undefined {
  const testData = process.env["TAMTAM_TEST_DATA"];
  const folder = testData === undefined ? undefined : join(testData, "../gong");
  if (folder !== undefined && existsSync(folder)) return folder;
  process.stderr.write(`TAMTAM_TEST_DATA does not lead to Gong's reference data: ${leftOut} is left out\n`);
  return undefined;
}
