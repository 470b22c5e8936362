import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { TestLibrary, type TestServer } from "../support/tamtam.ts";
import { hasChromium, launchChromium, lookAt, visit } from "./browser.ts";

describe.skipIf(!hasChromium)("the page", () => {
  let library: TestLibrary;
  let server: TestServer;
  let browser: Browser;

  beforeAll(async () => {
    library = await TestLibrary.create();
    await library.answer(["seed", "--calls", "60"]);
    server = await library.serve({ TAMTAM_SANDBOX: "on" });
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.[Symbol.asyncDispose]();
    await library?.[Symbol.asyncDispose]();
  });

  test("has a row for each user with calls, sorted as somebody wants, and leads to that user's calls", async () => {
    await using window = await visit(browser, server.url);
    const { page } = window;
    await window.open("/team?days=365");
    await page.getByRole("columnheader", { name: /Calls hosted/ }).waitFor();
    const hosted = await page.locator("tbody tr td:nth-child(2)").allInnerTexts();
    const counts = hosted.map(Number);
    expect(counts.length).toBeGreaterThan(3);
    expect(counts).toEqual(counts.toSorted((a, b) => b - a));
    await page.getByRole("button", { name: "User" }).click();
    await page.waitForURL(/sort=name/);
    const names = await page.locator("tbody th a").allInnerTexts();
    expect(names).toEqual(names.toSorted((a, b) => a.localeCompare(b)));
    await page.getByRole("link", { name: names[0] ?? "", exact: true }).click();
    await page.waitForURL(/calls\?host=/);
    await page.getByText(/\d+ of \d+ calls?/).waitFor();
    await page.goBack();
    await page.getByLabel("Period").selectOption("chosen");
    await page.getByLabel("First day").fill("2015-01-01");
    await page.getByLabel("Last day").fill("2015-01-02");
    await page.getByText("Nobody had a call in this period").waitFor();
    // Gong's way to say that there is nothing is 404, which the console tells.
    expect(window.troubles.filter((text) => !text.includes("404"))).toEqual([]);
  });

  test("makes a tracker, finds it in the calls that are there, changes and deletes it", async () => {
    await using window = await visit(browser, server.url);
    const { page } = window;
    await window.open("/trackers");
    await page.getByRole("button", { name: "New tracker" }).click();
    await page.getByLabel("Name").fill("Technicians");
    await page.getByLabel("Phrases").fill("technician\ndispatcher");
    await page.getByRole("button", { name: "Save" }).click();
    const row = page.getByRole("row", { name: /Technicians/ });
    await row.getByText("technician, dispatcher").waitFor();
    await row.getByText(/^[1-9]\d* calls?$/).waitFor();
    await row.getByRole("button", { name: /Edit/ }).click();
    await page.getByLabel("Name").fill("");
    await page.getByRole("button", { name: "Save" }).click();
    await page.locator("[aria-invalid=true]").waitFor();
    await page.getByLabel("Name").fill("Dispatching");
    await page.getByRole("button", { name: "Save" }).click();
    const renamed = page.getByRole("row", { name: /Dispatching/ });
    await renamed.getByRole("button", { name: /Edit/ }).click();
    await page.getByRole("button", { name: "Delete" }).click();
    await page.getByRole("button", { name: "Delete it with all that it found" }).click();
    await renamed.waitFor({ state: "detached" });
    expect(window.troubles.filter((text) => !text.includes("400"))).toEqual([]);
  });

  test("says what the key may do, where it may not, and that this is a sandbox", async () => {
    const key = await library.answer<{ accessKey: string; accessKeySecret: string }>([
      "keys",
      "create",
      "--scopes",
      "api:users:read",
    ]);
    await using window = await visit(browser, server.url, { key: [key.accessKey, key.accessKeySecret] });
    await window.open("/settings");
    const region = window.page.getByRole("region", { name: "Access key" });
    await region.getByText("yes").waitFor();
    await region.getByText(/search-calls needs scopes/).waitFor();
    await region.getByText(/api:stats:interaction/).waitFor();
    await region.getByText(/needs scopes that this access key does not have: all of them/).waitFor();
    expect(await region.getByText("no", { exact: true }).count()).toBe(3);
    await window.page.getByRole("region", { name: "List of users" }).waitFor();
    await using mine = await visit(browser, server.url);
    await mine.open("/settings");
    await mine.page.getByRole("region", { name: "Sandbox" }).waitFor();
    await mine.page.getByText("There are no rules").waitFor();
  });

  test.each([
    ["/team?days=365", ".team-table"],
    ["/trackers", ".trackers-bar"],
    ["/settings", ".settings-wide table"],
  ])("has no barriers that axe knows at %s, on a phone and on a wide screen, and fits both", async (path, shown) => {
    expect(await lookAt(browser, server.url, path, shown)).toEqual([]);
  });
});
