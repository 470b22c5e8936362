import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { readSettings } from "./env.ts";

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "tamtam-env-"));
});

afterEach(() => rm(folder, { recursive: true }));

test("the environment wins over the file in the data folder", async () => {
  await writeFile(join(folder, "tamtam.env"), "TAMTAM_PORT=1\nTAMTAM_HOST=::1\n");
  const { settings, file } = readSettings({ TAMTAM_DATA_DIR: folder, TAMTAM_PORT: "2", PATH: "/bin" });
  expect(settings).toEqual({ TAMTAM_DATA_DIR: folder, TAMTAM_HOST: "::1", TAMTAM_PORT: "2" });
  expect(file).toBe(join(folder, "tamtam.env"));
});

test("a settings file is only missed where it was asked for", async () => {
  expect(readSettings({ TAMTAM_DATA_DIR: folder }).file).toBeUndefined();
  await writeFile(join(folder, "a-file"), "");
  expect(readSettings({ TAMTAM_DATA_DIR: join(folder, "a-file") }).file).toBeUndefined();
  const missing = join(folder, "none.env");
  expect(() => readSettings({ TAMTAM_DATA_DIR: folder, TAMTAM_CONFIG_FILE: missing })).toThrow(
    `TAMTAM_CONFIG_FILE: ${missing} is not there`,
  );
});
