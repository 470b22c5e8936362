import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { CallAnswer } from "../../src/connection/call-answer.ts";
import { type MediaHost, openMediaHost } from "../support/media-host.ts";
import { addCallText, readSample } from "../support/sample-call.ts";
import { ACCESS_KEY, ACCESS_KEY_SECRET, TestLibrary, type TestServer, until } from "../support/tamtam.ts";
import { barriers, hasChromium, launchChromium, lookAt, visit } from "./browser.ts";

/** The same call with 3,000 sentences in two hours, one every 2.4 seconds; without its recording, which is shorter. */
function ofHours(call: CallAnswer): CallAnswer {
  const sentences = Array.from({ length: 3000 }, (_, position) => ({
    start: position * 2.4,
    end: position * 2.4 + 2,
    speaker: position % 3 === 0 ? "Jane Smith" : "John Doe",
    affiliation: position % 3 === 0 ? ("External" as const) : ("Internal" as const),
    text: `Sentence ${position}.`,
  }));
  const media = { audioUrl: null, videoUrl: null };
  return { ...call, media, duration: 7200, transcript: { engine: "e", model: "m", version: "1", sentences } };
}

describe.skipIf(!hasChromium)("the page", () => {
  let library: TestLibrary;
  let server: TestServer;
  let media: MediaHost;
  let browser: Browser;
  let sampleId: string;

  beforeAll(async () => {
    media = await openMediaHost();
    media.put("/sample.wav", { body: await readSample(), contentType: "audio/wav" });
    library = await TestLibrary.create();
    await library.answer(["seed", "--calls", "60", "--until", "2025-06-30"]);
    server = await library.serve();
    const added = await server.command<{ callId: string }>(addCallText(`${media.url}/sample.wav`));
    sampleId = added.callId;
    browser = await launchChromium();
    await until(
      () => server.action<{ status: string }>("get-call", { "call-id": sampleId }),
      ({ status }) => status === "Completed",
    );
  });
  afterAll(async () => {
    await browser?.close();
    await server?.[Symbol.asyncDispose]();
    await library?.[Symbol.asyncDispose]();
    await media?.[Symbol.asyncDispose]();
  });

  test("asks for the key, refuses a wrong one, and forgets the right one when somebody signs out", async () => {
    await using window = await visit(browser, server.url, { key: null });
    const { page } = window;
    await window.open("/");
    await page.getByLabel("Access key", { exact: true }).fill(ACCESS_KEY);
    await page.getByLabel("Access key secret", { exact: true }).fill("another");
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.getByRole("alert").getByText("There is no such access key").waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByLabel("Access key secret", { exact: true }).fill(ACCESS_KEY_SECRET);
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.getByRole("heading", { name: "Calls" }).waitFor();
    expect(new URL(page.url()).pathname).toBe("/calls");
    await page.getByText("1–20 of 61 calls").waitFor();
    await page.getByRole("button", { name: "Sign out" }).click();
    await page.getByRole("heading", { name: "Sign in" }).waitFor();
    expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
    // The refusal of the wrong key is all that the console tells of.
    expect(window.troubles).toEqual([expect.stringContaining("401")]);
  });

  test("finds a call by what was said, opens it there, and plays on from there", async () => {
    await using window = await visit(browser, server.url);
    const { page } = window;
    await window.open("/calls?from=2025-01-13&to=2025-01-13");
    await page.getByRole("link", { name: "Sales Call with Jane Smith" }).waitFor();
    await page.getByRole("searchbox", { name: "Keywords" }).fill("expensive");
    await page.getByRole("searchbox", { name: "Keywords" }).press("Enter");
    await page.waitForURL(/q=expensive/);
    const hit = page.getByRole("link", { name: /\d:\d\d .*expensive/i }).first();
    await hit.click();
    await page.waitForURL(new RegExp(`/call\\?id=${sampleId}&t=`));
    const second = Number(new URL(page.url()).searchParams.get("t"));
    await page.locator(".sentence[aria-current]", { hasText: /expensive/i }).waitFor();

    await page.getByRole("button", { name: "Play", exact: true }).click();
    const position = page.getByRole("slider", { name: "Place in the call" });
    const isPlayedOn = async () => Number(await position.getAttribute("aria-valuenow")) >= second + 2;
    expect(await until(isPlayedOn, Boolean)).toBe(true);
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Pause" }).click();
    // Where no other control has the keys, they are the player's.
    await page.getByRole("heading", { level: 1 }).click();
    await page.keyboard.press("Space");
    await page.getByRole("button", { name: "Pause" }).waitFor();
    await page.keyboard.press("Space");
    await page.getByRole("button", { name: "Play", exact: true }).waitFor();
    const before = Number(await position.getAttribute("aria-valuenow"));
    await page.keyboard.press("ArrowRight");
    expect(
      await until(
        async () => Number(await position.getAttribute("aria-valuenow")),
        (now) => now > before,
      ),
    ).toBe(before + 5);

    await page
      .getByRole("button", { name: /^0:0\d/ })
      .first()
      .click();
    await page.locator(".sentence[aria-current] .sentence-time", { hasText: /0:0\d/ }).waitFor();
    await page.goBack();
    await page.getByText("1–1 of 1 call", { exact: true }).waitFor();
    expect(window.troubles).toEqual([]);
  });

  test("shows a call that failed with its reason, and tries it again", async () => {
    await server.command(addCallText(`${media.url}/late.wav`, "late"));
    await using window = await visit(browser, server.url);
    const { page } = window;
    await window.open("/calls?status=Failed");
    await page.reload();
    await until(
      () => server.action<{ pagination: { totalRecords: number } }>("search-calls", { status: "Failed" }),
      ({ pagination }) => pagination.totalRecords === 1,
    );
    await page.reload();
    await page.getByText("Failed: download").waitFor();
    await page.getByText(/404/).waitFor();
    expect(await barriers(page)).toEqual([]);
    media.put("/late.wav", { body: await readSample(), contentType: "audio/wav" });
    await page.getByRole("button", { name: "Retry" }).click();
    await page.getByText("No call fits").waitFor();
    expect(window.troubles).toEqual([]);
  });

  test("adds a call by URL, with the server's sentences at the fields they are about", async () => {
    await using window = await visit(browser, server.url);
    const { page } = window;
    await window.open("/calls");
    await page.getByRole("button", { name: "Add a call" }).click();
    await page.getByRole("button", { name: "Add", exact: true }).click();
    await page.getByLabel("Title").and(page.locator("[aria-invalid=true]")).waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByLabel("URL of the recording").fill(`${media.url}/sample.wav`);
    await page.getByLabel("Title").fill("Added on the page");
    await page.getByLabel("Start").fill("2025-07-01T09:30");
    await page.getByRole("dialog").getByLabel("Host", { exact: true }).selectOption({ index: 1 });
    await page.getByLabel("Host's track").selectOption("0");
    await page.getByLabel("Name of participant 1").fill("Jane Smith");
    await page.getByRole("button", { name: "Add", exact: true }).click();
    await page.getByRole("heading", { name: "Added on the page" }).waitFor();
    await page.getByText("Completed", { exact: true }).waitFor({ timeout: 60_000 });
    await page.getByRole("region", { name: "Transcript" }).waitFor();
    expect(window.troubles.filter((text) => !text.includes("400"))).toEqual([]);
  });

  test("draws of a call of hours only what is looked at, and finds what was said in all of it", async () => {
    await using window = await visit(browser, server.url);
    const { page } = window;
    await page.route("**/connection/actions/get-call", async (route) => {
      const answer = await route.fetch();
      await route.fulfill({ response: answer, json: ofHours((await answer.json()) as CallAnswer) });
    });
    await window.open(`/call?id=${sampleId}`);
    await page.getByRole("slider", { name: "Place in the call" }).press("End");
    await page.locator(".sentence[aria-current]", { hasText: "Sentence 2999." }).waitFor();
    expect(await page.locator(".sentence").count()).toBeLessThan(60);
    await page.getByLabel("Search in the transcript").fill("sentence 1234.");
    await page.getByText("1 of 1").waitFor();
    await page.locator(".sentence mark", { hasText: "Sentence 1234." }).waitFor();
    expect(window.troubles).toEqual([]);
  });

  test("says which scope a key lacks, and what an address without a call is", async () => {
    const { accessKey, accessKeySecret } = await library.answer<{ accessKey: string; accessKeySecret: string }>([
      "keys",
      "create",
      "--scopes",
      "api:users:read",
    ]);
    await using window = await visit(browser, server.url, { key: [accessKey, accessKeySecret] });
    await window.open("/calls");
    await window.page.getByText("This access key may not see the calls").waitFor();
    await window.page.getByText(/api:calls:read:extensive/).waitFor();
    await using mine = await visit(browser, server.url);
    await mine.open("/call?id=12345");
    await mine.page.getByText(/Request id/).waitFor();
    await mine.open("/call");
    await mine.page.getByText("Which call?").waitFor();
  });

  test.each([
    ["/calls?q=pricing", ".calls-table"],
    ["/call?id=", ".sentence"],
  ])("has no barriers that axe knows at %s, on a phone and on a wide screen, and fits both", async (path, shown) => {
    const address = path.endsWith("id=") ? `${path}${sampleId}` : path;
    expect(await lookAt(browser, server.url, address, shown)).toEqual([]);
  });
});
