import { expect, test } from "vitest";
import { TestLibrary, until } from "../support/tamtam.ts";

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
});
