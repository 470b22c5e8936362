import { existsSync } from "node:fs";
import axe, { type AxeResults } from "axe-core";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { ACCESS_KEY, ACCESS_KEY_SECRET } from "../support/tamtam.ts";

const CHROMIUM = "/usr/bin/chromium";

/** Said once, where there is none: what is left out must not look as if it had passed. */
export const hasChromium = existsSync(CHROMIUM);
if (!hasChromium) {
  process.stderr.write(`There is no ${CHROMIUM} (Debian: apt install chromium): the tests of the page are left out.\n`);
}

export function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: CHROMIUM,
    headless: true,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}

/** A window on the page, and all that must not happen in it. */
export interface Visit extends AsyncDisposable {
  readonly page: Page;
  /** Errors that the browser's console showed, and requests to other hosts. */
  readonly troubles: readonly string[];
  /** Goes to an address of the server as somebody who is signed in. */
  open(path: string): Promise<void>;
}

interface VisitOptions {
  readonly width?: number;
  readonly colorScheme?: "light" | "dark";
  /** As `<access key>` and secret; nobody is signed in where it is null. */
  readonly key?: readonly [accessKey: string, secret: string] | null;
}

export async function visit(browser: Browser, url: string, options: VisitOptions = {}): Promise<Visit> {
  const { width = 1280, colorScheme = "light", key = [ACCESS_KEY, ACCESS_KEY_SECRET] } = options;
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme, locale: "en-US" });
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  const troubles: string[] = [];
  watch(context, page, new URL(url).host, troubles);
  if (key !== null) {
    const kept = key.join("\n");
    await page.addInitScript((text) => sessionStorage.setItem("tamtam-session", text), kept);
  }
  return {
    page,
    troubles,
    open: async (path) => void (await page.goto(new URL(path, url).href)),
    [Symbol.asyncDispose]: () => context.close(),
  };
}

function watch(context: BrowserContext, page: Page, host: string, troubles: string[]): void {
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") troubles.push(message.text());
  });
  page.on("pageerror", (error) => troubles.push(error.message));
  context.on("request", (request) => {
    const { protocol, host: asked } = new URL(request.url());
    if (protocol !== "data:" && asked !== host) troubles.push(`asked ${request.url()}`);
  });
}

/** What keeps people with a screen reader, a keyboard or weak eyes out, as far as axe can tell. */
export async function barriers(page: Page): Promise<readonly string[]> {
  // Evaluated by the browser's protocol, which the page's policy does not hold for.
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate<AxeResults>("axe.run(document, { resultTypes: ['violations'] })");
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(" | ")}`);
}

/** All that is wrong with a scene, light on a phone and dark on a wide screen. `shown` is there when it is complete. */
export async function lookAt(browser: Browser, url: string, path: string, shown: string): Promise<readonly string[]> {
  const wrong: string[] = [];
  for (const [width, colorScheme] of [
    [380, "light"],
    [1600, "dark"],
  ] as const) {
    await using window = await visit(browser, url, { width, colorScheme });
    await window.open(path);
    await window.page.locator(shown).first().waitFor();
    wrong.push(...(await barriers(window.page)), ...window.troubles);
    if (await isTooWide(window.page)) wrong.push(`wider than ${width}`);
  }
  return wrong;
}

/** Whether one has to scroll sideways. */
function isTooWide(page: Page): Promise<boolean> {
  // Text, as the tests know no types of browsers.
  return page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth");
}
