import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { sandboxSwitches, switchSettings } from "../gong-api/tamtam/sandbox-switches.ts";
import { variables } from "./variables.ts";

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");

test("docs/configuration.md and .env.example name every setting, and no other", () => {
  const inDocs = read("docs/configuration.md").match(/(?<=^\|.*)`TAMTAM_\w+`(?=.*\|$)/gm) ?? [];
  const documented = new Set(inDocs.map((name) => name.replaceAll("`", "")));
  const inExample = new Set(read(".env.example").match(/(?<=^#)TAMTAM_\w+(?==)/gm));
  const names = Object.keys(variables);
  expect(names.filter((name) => !documented.has(name))).toEqual([]);
  expect(names.filter((name) => !inExample.has(name))).toEqual([]);
  expect([...documented, ...inExample].filter((name) => !(name in variables))).toEqual([]);
});

test("docs/sandbox.md has a row for every switch, with its usual numbers", () => {
  const rows = new Map(
    read("docs/sandbox.md")
      .match(/^\| `.*$/gm)
      ?.map((row) => [row.split("`")[1], row]),
  );
  const usual = switchSettings.parse(Object.fromEntries(Object.keys(sandboxSwitches).map((name) => [name, true])));
  for (const [name, numbers = {}] of Object.entries(usual)) {
    const row = rows.get(name) ?? "";
    for (const [number, value] of Object.entries(numbers)) expect(row).toContain(`\`${number}=${value}\``);
    expect(row.match(/`\w+=[\w.]+`/g)).toHaveLength(Object.keys(numbers).length);
  }
});
