import { join } from "node:path";
import { defineConfig } from "vitest/config";

// Where to leave each run's results as JSON, for whoever wants to count them.
const resultsFolder = process.env["TAMTAM_TEST_RESULTS"];
// Tests open sessions of ONNX Runtime beside the product, which forbids the same (`forbid-telemetry.ts`).
const env = { ORT_DISABLE_TELEMETRY: "1" };

export default defineConfig({
  test: {
    reporters: resultsFolder ? ["default", "json"] : ["default"],
    ...(resultsFolder && { outputFile: { json: join(resultsFolder, `vitest-${process.pid}.json`) } }),
    projects: [
      {
        test: {
          name: "unit",
          env,
          include: [
            "{src,web,bin,scripts}/**/*.test.ts",
            "test/architecture.test.ts",
            "test/architecture/**/*.test.ts",
            "test/contracts/**/*.test.ts",
            "test/gong/**/*.test.ts",
            "test/mirror/**/*.test.ts",
            "test/tamtam/**/*.test.ts",
          ],
          globalSetup: "test/support/fetch-models.ts",
          testTimeout: 30_000,
          // All of them: one is left free otherwise, which of two is half.
          maxWorkers: "100%",
        },
      },
      {
        test: {
          name: "acceptance",
          env,
          include: ["test/{acceptance,web}/**/*.test.ts"],
          globalSetup: "test/support/fetch-models.ts",
          testTimeout: 240_000,
          hookTimeout: 240_000,
          // Each starts programs of its own, which use the other processors.
          maxWorkers: 2,
        },
      },
      {
        // With clients of others, which `npm run test:interop` installs first.
        test: {
          name: "interop",
          env,
          include: ["test/interop/*.test.ts"],
          globalSetup: "test/support/fetch-models.ts",
          testTimeout: 60_000,
          hookTimeout: 240_000,
        },
      },
    ],
  },
});
