/*
 * Gong's three ways to read calls over a real socket, each client keeping its connection: requests a second, p99 and processor time a
 * request for pages of 100 calls out of 10,000. Each is asked for in two ways: the same page again and again, which the server keeps, and
 * another span or cursor each time, of which it keeps nothing. Beside it a bare handler that sends one such answer from memory whatever is
 * asked, and a mock server made from Gong's own document, twice: as it is, which sends one short example, and with that answer as its
 * example, so that it serves a whole page. All take turns, several rounds; the median is printed.
 * The mock server is left out where it is not installed (npm --prefix bench/prism ci) or Gong's document is not there (TAMTAM_TEST_DATA).
 * Run: node bench/gong-paths.ts [--calls 10000] [--rounds 5] [--seconds 3] [--folder with-the-library]
 */
import { existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import autocannon from "autocannon";
import { median } from "./figures.ts";
import { LIBRARY_START_MS } from "./generated-library.ts";
import { anotherEachTime, type Page, type PageRequest, pages, sameEachTime } from "./gong-paths/pages.ts";
import { mockedDocument, type Rival, startBare, startMock, startTamtam, startWholeMock } from "./gong-paths/rivals.ts";
import { loadLibrary } from "./load-library.ts";

const CONNECTIONS = 10;
const MAX_REQUESTS = 1_000_000;
const CURSORS = 60;
const GOALS: Partial<Record<Rival["name"], number>> = { "mock whole": 10, bare: 0.5 };

const { values: options } = parseArgs({
  options: {
    calls: { type: "string", default: "10000" },
    rounds: { type: "string", default: "5" },
    seconds: { type: "string", default: "3" },
    folder: { type: "string" },
  },
});

interface Round {
  readonly perSecond: number;
  readonly p99Ms: number;
  readonly processorUs: number;
}

async function load(rival: Rival, next: autocannon.Request): Promise<Round> {
  const beforeMs = rival.processorMs();
  const result = await autocannon({
    url: rival.url,
    requests: [next],
    connections: CONNECTIONS,
    duration: Number(options.seconds),
    maxOverallRequests: MAX_REQUESTS,
  });
  const { total } = result.requests;
  const failed = result.errors + result.timeouts + result.non2xx;
  if (failed > 0) throw new Error(`${rival.name} failed ${failed} of ${total} requests`);
  return {
    perSecond: total / result.duration,
    p99Ms: result.latency.p99,
    processorUs: ((rival.processorMs() - beforeMs) * 1000) / total,
  };
}

async function compare(next: autocannon.Request, rivals: readonly Rival[]): Promise<void> {
  const rounds = new Map<Rival, Round[]>(rivals.map((rival) => [rival, []]));
  for (const rival of rivals) await load(rival, next); // warms up
  for (let round = 0; round < Number(options.rounds); round += 1) {
    for (const rival of rivals) rounds.get(rival)?.push(await load(rival, next));
  }
  const medians = [...rounds].map(([{ name }, measured]) => ({ name, ...middleOf(measured) }));
  const own = medians.find(({ name }) => name === "tamtam");
  for (const { name, perSecond, p99Ms, processorUs } of medians) {
    const ratio = (own?.perSecond ?? Number.NaN) / perSecond;
    const figures = `${perSecond.toFixed(0).padStart(7)} a second   p99 ${p99Ms.toFixed(0).padStart(5)} ms   ${processorUs.toFixed(0).padStart(6)} µs`;
    const verdict = name === "tamtam" ? "" : `   ratio ${ratio.toFixed(2)}${goalOf(name, ratio)}`;
    console.log(`    ${name.padEnd(11)}${figures}${verdict}`);
  }
}

function middleOf(measured: readonly Round[]): Round {
  return {
    perSecond: median(measured.map((each) => each.perSecond)),
    p99Ms: median(measured.map((each) => each.p99Ms)),
    processorUs: median(measured.map((each) => each.processorUs)),
  };
}

function goalOf(name: Rival["name"], ratio: number): string {
  const goal = GOALS[name];
  return goal === undefined ? "" : `, goal for a page served whole ${goal}: ${ratio >= goal ? "met" : "missed"}`;
}

async function ask(rival: Rival, { path, ...init }: PageRequest): Promise<string> {
  const answer = await fetch(`${rival.url}${path}`, init);
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${rival.name} answered ${path} with ${answer.status}: ${text}`);
  return text;
}

/** From the first pages of all calls on. */
async function readCursors(rival: Rival, page: Page): Promise<readonly string[]> {
  const cursors: string[] = [];
  while (cursors.length < CURSORS) {
    const answer = JSON.parse(await ask(rival, page.request(LIBRARY_START_MS, cursors.at(-1)))) as Paged;
    if (answer.records.cursor === undefined) break;
    cursors.push(answer.records.cursor);
  }
  return cursors;
}

/** As Gong answers. */
interface Paged {
  readonly records: { readonly cursor?: string };
}

const temporary = mkdtempSync(join(tmpdir(), "tamtam-bench-"));
const folder = options.folder ?? temporary;
try {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, "tamtam.db");
  if (!existsSync(file)) await loadLibrary(file, { callCount: Number(options.calls) });
  await using tamtam = await startTamtam(folder);
  const answers = new Map<string, string>();
  for (const page of pages) {
    const request = page.request(LIBRARY_START_MS);
    answers.set(request.path.split("?")[0] ?? "", await ask(tamtam, request));
  }
  await using bare = await startBare(join(temporary, "answers.json"), answers);
  const document = mockedDocument();
  if (document === undefined) console.log("without the mock server: see the head of this file\n");
  await using mock = document === undefined ? undefined : await startMock(document);
  await using wholeMock = document === undefined ? undefined : await startWholeMock(document, temporary, answers);
  const rivals = [tamtam, bare, mock, wholeMock].filter((rival) => rival !== undefined);
  for (const page of pages) {
    const first = page.request(LIBRARY_START_MS);
    for (const rival of rivals) {
      const sizeKb = Buffer.byteLength(await ask(rival, first)) / 1000;
      console.log(`${page.name}: an answer of ${rival.name} has ${sizeKb.toFixed(1)} kB`);
    }
    const cursors = await readCursors(tamtam, page);
    console.log(`  the same page again and again, ${CONNECTIONS} connections`);
    await compare(sameEachTime(page), rivals);
    console.log(`  another page each time, ${CONNECTIONS} connections`);
    await compare(anotherEachTime(page, cursors), rivals);
  }
} finally {
  rmSync(temporary, { recursive: true, force: true });
}
