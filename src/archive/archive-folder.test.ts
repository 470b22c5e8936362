import { existsSync } from "node:fs";
import { expect, it } from "vitest";
import { createArchiveFolder } from "./archive-folder.ts";

it.runIf(existsSync("/proc/self"))(
  "refuses a place where no folder can be made, instead of trying for ever",
  async () => {
    await expect(createArchiveFolder("/proc/nope")).rejects.toThrow("/proc/nope cannot be written");
  },
);
