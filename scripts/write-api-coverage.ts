import { writeFile } from "node:fs/promises";
import { coveragePage } from "./api-coverage/coverage-page.ts";

/** Writes docs/api-coverage.md. Run: `node scripts/write-api-coverage.ts` */
await writeFile(new URL("../docs/api-coverage.md", import.meta.url), coveragePage());
