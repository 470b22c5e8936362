import { join } from "node:path";
import { defineConfig } from "vitest/config";

// Where to leave each run's results as JSON, for whoever wants to count them.
const resultsFolder = process.env["TAMTAM_TEST_RESULTS"];

export default defineConfig({
  test: {
    reporters: resultsFolder ? ["default", "json"] : ["default"],
    ...(resultsFolder && { outputFile: { json: join(resultsFolder, `vitest-${process.pid}.json`) } }),
    projects: [
      {
        test: {
          name: "unit",
          include: [
            "{src,bin,scripts}/**/*.test.ts",
            "test/architecture.test.ts",
            "test/architecture/**/*.test.ts",
            "test/contracts/**/*.test.ts",
          ],
          globalSetup: "test/support/fetch-models.ts",
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: "acceptance",
          include: ["test/acceptance/**/*.test.ts"],
          globalSetup: "test/support/fetch-models.ts",
          testTimeout: 240_000,
          hookTimeout: 240_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
