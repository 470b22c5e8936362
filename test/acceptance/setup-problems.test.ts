import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { TestLibrary } from "../support/tamtam.ts";

test.each([
  ["a setting that cannot be used", { TAMTAM_PORT: "many" }, "TAMTAM_PORT: must be a whole number"],
  [
    "a settings file that is not there",
    { TAMTAM_CONFIG_FILE: "/no/such.env" },
    "TAMTAM_CONFIG_FILE: /no/such.env is not there",
  ],
])("%s ends with 5 and one line of JSON", async (_what, settings, message) => {
  await using library = await TestLibrary.create(settings);
  const { code, stdout, stderr } = await library.run(["search-calls"]);
  expect({ code, stdout, lines: stderr.trimEnd().split("\n").length }).toEqual({ code: 5, stdout: "", lines: 1 });
  const { error } = JSON.parse(stderr) as { error: unknown };
  expect(error).toMatchObject({ exitCode: 5, code: "setup", message: expect.stringContaining(message) });
});

test("a data folder that cannot be used is told once, with the mend", async () => {
  await using library = await TestLibrary.create();
  const file = join(library.dataDir, "a-file");
  await writeFile(file, "");
  const { code, stderr } = await library.run(["search-calls"], { settings: { TAMTAM_DATA_DIR: file } });
  expect(code).toBe(5);
  const { error } = JSON.parse(stderr) as { error: unknown };
  expect(error).toMatchObject({ code: "setup", message: expect.stringContaining("Set TAMTAM_DATA_DIR") });
});
