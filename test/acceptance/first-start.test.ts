import { existsSync } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { firstUrl, TestLibrary, until } from "../support/tamtam.ts";

test("the first start adds the sample call, shows the three answers and what to type next; the second keeps them", async () => {
  await using library = await TestLibrary.create({ TAMTAM_ACCESS_KEY: "", TAMTAM_ACCESS_KEY_SECRET: "" });
  const first = library.start(["serve", "--sample"]);
  let printed = "";
  first.stdout?.setEncoding("utf8").on("data", (text: string) => (printed += text));
  first.stderr?.setEncoding("utf8").on("data", (text: string) => (printed += text));
  await until(
    async () => printed,
    (text) => text.includes('"totalRecords": 1') && text.includes("npx tamtam"),
  );
  expect(printed).toMatch(/"status": "Processing"/);
  expect(printed).toMatch(/"affiliation": "Internal"/);
  expect(printed).toMatch(/"pagination"/);
  const [url] = /http:\/\/127\.0\.0\.1:\d+/.exec(printed) ?? [];
  const [, accessKey] = /access key:?\s+([A-Z0-9]{32})/i.exec(printed) ?? [];
  const [, secret] = /secret:?\s+([\w-]{40,})/i.exec(printed) ?? [];
  expect(accessKey).toBeDefined();
  const authorization = `Basic ${Buffer.from(`${accessKey}:${secret}`).toString("base64")}`;
  const [, page = ""] = /page for people is at (\S+)/.exec(printed) ?? [];
  expect(await (await fetch(page)).text()).toContain('<div id="page">');
  const answer = await fetch(`${url}/connection/actions/search-calls`, { method: "POST", headers: { authorization } });
  expect(answer.status).toBe(200);
  const ended = new Promise((resolve) => first.once("close", resolve));
  first.kill("SIGINT");
  expect(await ended).toBe(0);

  const second = library.start(["serve", "--sample"]);
  let again = "";
  second.stdout?.setEncoding("utf8").on("data", (text: string) => (again += text));
  await until(
    async () => again,
    (text) => text.includes("npx tamtam"),
  );
  expect(again).not.toContain(secret);
  const { pagination } = await library.answer<{ pagination: { totalRecords: number } }>(["search-calls"]);
  expect(pagination.totalRecords).toBe(1);
  expect(existsSync(join(library.dataDir, ".cache")), "a library left an identifier in the home folder").toBe(false);
  expect(await readableByOthers(library.dataDir)).toEqual([]);
});

async function readableByOthers(folder: string): Promise<string[]> {
  const paths = await readdir(folder, { recursive: true });
  const modes = await Promise.all(paths.map(async (path) => ({ path, mode: (await stat(join(folder, path))).mode })));
  return modes.filter(({ mode }) => (mode & 0o077) !== 0).map(({ path }) => path);
}

test("when npm is ended, so is the server it started", async () => {
  await using library = await TestLibrary.create();
  const npm = library.startNpm(["start"]);
  const url = await firstUrl(npm);
  npm.kill("SIGTERM");
  await until(
    async () =>
      fetch(url).then(
        () => "answers",
        () => "is gone",
      ),
    (server) => server === "is gone",
  );
});
