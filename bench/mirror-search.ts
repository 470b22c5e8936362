/*
 * A search for what was said on a tenant with Gong's limits: looking through Gong's answers at 3 requests a second, which is all that its API
 * leaves, beside the mirror's index. The tenant is another Tamtam server on this machine, with made-up calls. Prints both times and their
 * ratio, the calls found of those that match, and for the sync its requests beside the floor and its share of 3 requests a second.
 * Run: node bench/mirror-search.ts [--calls 10000] [--runs 100]
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { createHost } from "../src/app.ts";
import { makeConfig } from "../src/config/config.ts";
import { getCall } from "../src/connection/actions/get-call.ts";
import { searchCalls } from "../src/connection/actions/search-calls.ts";
import type { Backend } from "../src/connection/backend.ts";
import { ACCESS_KEY, ACCESS_KEY_SECRET, TestLibrary, type TestServer } from "../test/support/tamtam.ts";
import { median, quantile } from "./figures.ts";

const PAGE = 100;
const PER_SECOND = 3;
const GOALS = { ratio: 1000, overFloor: 1.1, share: 0.95 };

const { values } = parseArgs({
  options: { calls: { type: "string", default: "10000" }, runs: { type: "string", default: "100" } },
});
const [callCount, runs] = [Number(values.calls), Number(values.runs)];
const say = (text: string) => process.stdout.write(`${text}\n`);

await using tenant = await TestLibrary.create({ TAMTAM_LIMITS: "gong" });
await tenant.answer(["seed", "--calls", String(callCount)]);
await using server = await tenant.serve();
const folder = mkdtempSync(join(tmpdir(), "tamtam-bench-"));
try {
  await measure(server);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function measure(far: TestServer): Promise<void> {
  const settings = {
    TAMTAM_CONNECTION_ACME_ACCESS_KEY: ACCESS_KEY,
    TAMTAM_CONNECTION_ACME_ACCESS_KEY_SECRET: ACCESS_KEY_SECRET,
    TAMTAM_CONNECTION_ACME_BASE_URL: far.url,
  };
  const { config, secrets } = makeConfig({ settings, dataDir: folder, file: undefined });
  await using host = createHost(config, secrets, "bench");
  const word = await rareWord(far);
  const truth = await totalOf(far, word);

  const scan = await timed(async () => find(await host.connections.open("acme"), word));
  say(`looking through Gong's answers: ${seconds(scan.ms)}, ${scan.result.length} of ${truth} calls with "${word}"`);

  let requests = 0;
  const watch = { signal: new AbortController().signal, onProgress: () => undefined, onProblem: () => undefined };
  const order = { connection: "acme", sinceMs: undefined, follow: false, media: false };
  const sync = await timed(async () => ({ requests } = await host.mirrors.sync(order, watch)));
  const floor = 2 * Math.ceil(callCount / PAGE) + 2;
  const share = requests / (sync.ms / 1000) / PER_SECOND;
  say(
    `sync: ${seconds(sync.ms)}, ${requests} requests, ${(requests / floor).toFixed(3)} of the floor of ${floor} (goal ${GOALS.overFloor}), ` +
      `${(100 * share).toFixed(1)} % of ${PER_SECOND} requests a second (goal ${100 * GOALS.share} %)`,
  );

  const backend = await host.connections.open("acme");
  const times: number[] = [];
  let found: readonly string[] = [];
  for (let run = 0; run < runs; run += 1) {
    const search = await timed(() => find(backend, word));
    times.push(search.ms);
    found = search.result;
  }
  const ratio = scan.ms / median(times);
  say(
    `the mirror: median ${median(times).toFixed(2)} ms, p95 ${quantile(times, 0.95).toFixed(2)} ms, ${found.length} of ${truth} calls; ` +
      `${Math.round(ratio)} times as fast (goal ${GOALS.ratio})`,
  );
}

async function find(backend: Backend, word: string): Promise<readonly string[]> {
  const parameters = searchCalls.parameters.parse({ keywords: JSON.stringify([word]), "page-size": String(PAGE) });
  const { calls } = (await searchCalls.run(backend, parameters)) as { calls: { callId: string }[] }; // its result schema
  return calls.map(({ callId }) => callId);
}

/** A word of the newest call that is said in some calls, and in no more than fit on a page. */
async function rareWord(far: TestServer): Promise<string> {
  const { calls } = await far.action<{ calls: { callId: string }[] }>(searchCalls.name, { "page-size": 1 });
  const parameters = { "call-id": calls[0]?.callId, "include-transcript": true };
  const { transcript } = await far.action<{ transcript: { sentences: { text: string }[] } }>(getCall.name, parameters);
  const words = new Set(transcript.sentences.flatMap(({ text }) => text.toLowerCase().match(/[a-z]{6,}/g) ?? []));
  const phrases = transcript.sentences.flatMap(({ text }) => text.toLowerCase().match(/[a-z]{4,} [a-z]{4,}/g) ?? []);
  for (const candidate of [...words, ...new Set(phrases)]) {
    const total = await totalOf(far, candidate);
    if (total >= 2 && total <= PAGE) return candidate;
  }
  throw new Error("The newest call has no rare word");
}

async function totalOf(far: TestServer, word: string): Promise<number> {
  const answer = await far.action<{ pagination: { totalRecords: number } }>(searchCalls.name, {
    keywords: [word],
    "page-size": 1,
  });
  return answer.pagination.totalRecords;
}

async function timed<T>(work: () => Promise<T>): Promise<{ readonly ms: number; readonly result: T }> {
  const startMs = performance.now();
  const result = await work();
  return { ms: performance.now() - startMs, result };
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}
