/*
 * Gong's three ways to read calls over a real socket, each client keeping its connection: requests a second and p99 of a page of 100
 * calls out of 10,000, beside a bare handler that sends the same answer from memory, and beside a mock server made from Gong's own
 * document. All three take turns, several rounds; the median is printed.
 * The mock server is left out where it is not installed (npm --prefix bench/prism ci) or Gong's document is not there (TAMTAM_TEST_DATA).
 * Run: node bench/gong-paths.ts [--calls 10000] [--rounds 5] [--seconds 3] [--folder with-the-library]
 */
import { existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import autocannon from "autocannon";
import { LIBRARY_END_MS, LIBRARY_START_MS } from "./generated-library.ts";
import { median } from "./figures.ts";
import { authorization, type Rival, startBare, startPrism, startTamtam } from "./gong-paths/rivals.ts";
import { loadLibrary } from "./load-library.ts";

const CONNECTIONS = 10;
const MAX_REQUESTS = 1_000_000;
const GOALS = { prism: 10, bare: 0.5 };

const { values: options } = parseArgs({
  options: {
    calls: { type: "string", default: "10000" },
    rounds: { type: "string", default: "5" },
    seconds: { type: "string", default: "3" },
    folder: { type: "string" },
  },
});

const span = {
  fromDateTime: new Date(LIBRARY_START_MS).toISOString(),
  toDateTime: new Date(LIBRARY_END_MS).toISOString(),
};
const everything = {
  context: "Extended",
  contextTiming: ["Now", "TimeOfCall"],
  exposedFields: {
    collaboration: { publicComments: true },
    content: {
      brief: true,
      callOutcome: true,
      highlights: true,
      keyPoints: true,
      outline: true,
      pointsOfInterest: true,
      structure: true,
      topics: true,
      trackerOccurrences: true,
      trackers: true,
    },
    interaction: { interactionStats: true, questions: true, speakers: true, video: true },
    media: true,
    parties: true,
  },
};
const json = { authorization, "content-type": "application/json" };

export interface Path {
  readonly name: string;
  readonly path: string;
  readonly method: "GET" | "POST";
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

const paths: readonly Path[] = [
  { name: "GET /v2/calls", path: `/v2/calls?${new URLSearchParams(span)}`, method: "GET", headers: { authorization } },
  {
    name: "POST /v2/calls/extensive",
    path: "/v2/calls/extensive",
    method: "POST",
    headers: json,
    body: JSON.stringify({ filter: span, contentSelector: everything }),
  },
  {
    name: "POST /v2/calls/transcript",
    path: "/v2/calls/transcript",
    method: "POST",
    headers: json,
    body: JSON.stringify({ filter: span }),
  },
];

interface Round {
  readonly perSecond: number;
  readonly p99Ms: number;
}

async function load(rival: Rival, { path, method, headers, body }: Path): Promise<Round> {
  const result = await autocannon({
    url: `${rival.url}${path}`,
    method,
    headers,
    ...(body !== undefined && { body }),
    connections: CONNECTIONS,
    duration: Number(options.seconds),
    maxOverallRequests: MAX_REQUESTS,
  });
  const failed = result.errors + result.timeouts + result.non2xx;
  if (failed > 0) throw new Error(`${rival.name} failed ${failed} of ${result.requests.total} requests to ${path}`);
  return { perSecond: result.requests.total / result.duration, p99Ms: result.latency.p99 };
}

async function compare(path: Path, rivals: readonly Rival[]): Promise<void> {
  const rounds = new Map<Rival, Round[]>(rivals.map((rival) => [rival, []]));
  for (const rival of rivals) await load(rival, path); // warms up
  for (let round = 0; round < Number(options.rounds); round += 1) {
    for (const rival of rivals) rounds.get(rival)?.push(await load(rival, path));
  }
  const rates = new Map(
    [...rounds].map(([{ name }, measured]) => [name, median(measured.map((each) => each.perSecond))]),
  );
  const own = rates.get("tamtam") ?? Number.NaN;
  for (const [{ name }, measured] of rounds) {
    const rate = rates.get(name) ?? Number.NaN;
    const p99Ms = median(measured.map((each) => each.p99Ms));
    const ratio = own / rate;
    const goal =
      name === "tamtam"
        ? ""
        : `  ratio ${ratio.toFixed(2)}, goal ${GOALS[name]}: ${ratio >= GOALS[name] ? "met" : "missed"}`;
    console.log(
      `  ${name.padEnd(8)}${rate.toFixed(0).padStart(7)} a second   p99 ${p99Ms.toFixed(0).padStart(5)} ms${goal}`,
    );
  }
}

const temporary = mkdtempSync(join(tmpdir(), "tamtam-bench-"));
const folder = options.folder ?? temporary;
try {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, "tamtam.db");
  if (!existsSync(file)) await loadLibrary(file, { callCount: Number(options.calls) });
  await using tamtam = await startTamtam(folder);
  const answers = new Map<string, string>();
  for (const { path, method, headers, body } of paths) {
    const answer = await fetch(`${tamtam.url}${path}`, { method, headers, ...(body !== undefined && { body }) });
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
    answers.set(path.split("?")[0] ?? path, await answer.text());
  }
  await using bare = await startBare(join(temporary, "answers.json"), answers);
  await using prism = await startPrism();
  const rivals: Rival[] = [tamtam, bare, ...(prism === undefined ? [] : [prism])];
  for (const path of paths) {
    const sizeBytes = Buffer.byteLength(answers.get(path.path.split("?")[0] ?? "") ?? "");
    console.log(`${path.name}, ${(sizeBytes / 1000).toFixed(0)} kB, ${CONNECTIONS} connections`);
    await compare(path, rivals);
  }
} finally {
  rmSync(temporary, { recursive: true, force: true });
}
