/*
 * Search over a generated library, beside the bare full-text query on the same file: the newest 20 ids and a total capped at 10,001, in
 * hand-written SQL. All layers run in turn in one process, warm, up to the whole way from an action's parameters to its JSON. Prints
 * p50 and p95 in ms, the ratio, and what each shown call adds.
 * Run: node bench/search.ts [--calls 10000] [--runs 200] [--file folder/tamtam.db]
 */
import { existsSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import BetterSqlite3 from "better-sqlite3";
import { createHost } from "../src/app.ts";
import { makeConfig } from "../src/config/config.ts";
import { searchCalls } from "../src/connection/actions/search-calls.ts";
import { runAction } from "../src/connection/run-action.ts";
import { SqliteDatabase } from "../src/engine/database/sqlite-database.ts";
import type { CallQuery } from "../src/engine/search/call-search.ts";
import { SqliteCallSearch } from "../src/engine/search/sqlite-call-search.ts";
import { facet } from "../src/engine/search/facets.ts";
import { tokens } from "../src/engine/search/normalise.ts";
import { SqliteCallStore } from "../src/engine/store/sqlite-call-store.ts";
import { median, quantile } from "./figures.ts";
import { LIBRARY_END_MS, nameOf, userIdOf } from "./generated-library.ts";
import { loadLibrary } from "./load-library.ts";

const PAGE_SIZE = 20;
const DAY_MS = 86_400_000;

/** Goals: ratio where the bare query takes a millisecond or more, else microseconds for each call shown. */
const GOAL_RATIO = 1.6;
const GOAL_ROW_US = 70;

interface QueryClass {
  readonly name: string;
  readonly query: Partial<CallQuery>;
  /** The bare query's expression, where it has one. */
  readonly match?: string;
}

const { values: options } = parseArgs({
  options: {
    calls: { type: "string", default: "10000" },
    runs: { type: "string", default: "200" },
    file: { type: "string" },
  },
});
const folder = mkdtempSync(join(tmpdir(), "tamtam-bench-"));
const file = options.file ?? join(folder, "tamtam.db");
const runs = Number(options.runs);

const token = (word: string) => `"${tokens(word).join(" ")}"`;
const since90Days = { fromMs: LIBRARY_END_MS - 90 * DAY_MS, toMs: LIBRARY_END_MS };
const mid = nameOf(60, 2);

function classes(rareWord: string): QueryClass[] {
  const word = (name: string, keyword: string): QueryClass => ({
    name,
    query: { keywords: [keyword] },
    match: token(keyword),
  });
  return [
    word("rare", rareWord),
    word("mid, 1 %", mid),
    word("frequent, 10 %", "tablet"),
    word("common, 45 %", "department"),
    word("very common, all", "team"),
    {
      name: "two words",
      query: { keywords: ["tablet", "department"] },
      match: `${token("tablet")} AND ${token("department")}`,
    },
    word("phrase", "win rate"),
    word("phrase of stop words", "that we"),
    { name: "word, 90 days", query: { keywords: ["department"], ...since90Days }, match: token("department") },
    {
      name: "word, user, 90 days",
      query: { keywords: ["department"], primaryUserIds: [userIdOf(3)], ...since90Days },
      match: `${token("department")} AND "${facet.primaryUser(userIdOf(3))}"`,
    },
    { name: "90 days alone", query: since90Days },
    word("empty", "xylophonist"),
  ];
}

/** The least that any answer costs: ids of the newest calls, and how many there are. */
function bareQuery(database: BetterSqlite3.Database, { match, query }: QueryClass): () => number {
  const [table, key] = match === undefined ? ["search_entries", "key"] : ["search_index", "rowid"];
  const conditions = [
    ...(match === undefined ? [] : ["search_index MATCH :match"]),
    ...(query.fromMs === undefined ? [] : [`${key} >= :low AND ${key} < :high`]),
  ];
  const where = conditions.length === 0 ? "" : `WHERE ${conditions.join(" AND ")}`;
  const newest = database.prepare(`SELECT ${key} FROM ${table} ${where} ORDER BY ${key} DESC LIMIT ${PAGE_SIZE}`);
  const count = database.prepare(`SELECT count(*) AS n FROM (SELECT 1 FROM ${table} ${where} LIMIT 10001)`).pluck();
  const keyAt = (ms: number) => BigInt(Math.floor(ms / 1000) * 64);
  const values = { match, low: keyAt(query.fromMs ?? 0), high: keyAt(query.toMs ?? 0) };
  return () => {
    newest.all(values);
    return Number(count.get(values));
  };
}

async function timeMs(work: () => unknown): Promise<number> {
  const begunMs = performance.now();
  await work();
  return performance.now() - begunMs;
}

/** Something that answers a query, timed beside the bare query; each contains the one before. */
interface Layer {
  readonly name: string;
  run(query: CallQuery): Promise<unknown>;
}

async function measure(bare: () => number, layers: readonly Layer[], query: CallQuery): Promise<number[][]> {
  const steps = [bare, ...layers.map((layer) => () => layer.run(query))];
  const times: number[][] = steps.map(() => []);
  for (let run = -20; run < runs; run += 1) {
    for (const [index, step] of steps.entries()) {
      const spentMs = await timeMs(step);
      if (run >= 0) times[index]?.push(spentMs);
    }
  }
  return times;
}

/** The action's parameters as a caller types them. */
function parametersOf(query: CallQuery): [string, unknown][] {
  const at = (epochMs: number | undefined) => (epochMs === undefined ? null : new Date(epochMs).toISOString());
  return [
    ["keywords", query.keywords ?? null],
    ["primary-user-ids", query.primaryUserIds ?? null],
    ["from-date", at(query.fromMs)],
    ["to-date", at(query.toMs)],
    ["page-size", query.pageSize],
  ];
}

const ms = (value: number) => value.toFixed(3).padStart(8);
const pair = (times: readonly number[] = []) => `${ms(median(times))}${ms(quantile(times, 0.95))}`;

function report(name: string, found: number, shown: number, [raw = [], ...rest]: readonly number[][]): string {
  const rawMs = median(raw);
  const [, withMatches = []] = rest;
  const addedUs = shown === 0 ? 0 : ((median(withMatches) - rawMs) * 1000) / shown;
  const ratio = median(withMatches) / rawMs;
  const isMet = addedUs <= GOAL_ROW_US && (rawMs < 1 || ratio <= GOAL_RATIO);
  const times = [raw, ...rest].map(pair).join(" ");
  return `${name.padEnd(22)}${String(found).padStart(6)} ${times} ${ratio.toFixed(2).padStart(6)}${addedUs.toFixed(0).padStart(7)}  ${isMet ? "yes" : "no"}`;
}

try {
  if (!existsSync(file)) {
    const { callCount, wordCount, seconds } = await loadLibrary(file, { callCount: Number(options.calls) });
    const bytesPerWord = (statSync(file).size / wordCount).toFixed(2);
    const rates = `${(callCount / seconds).toFixed(0)} calls/s, ${(wordCount / seconds / 1e6).toFixed(2)}M words/s`;
    console.log(
      `loaded ${callCount} calls of ${Math.round(wordCount / callCount)} words: ${rates}, ${bytesPerWord} bytes a word\n`,
    );
  }
  await using database = await SqliteDatabase.open(file);
  const search = new SqliteCallSearch(database);
  const calls = new SqliteCallStore(database);
  const bareDatabase = new BetterSqlite3(file, { readonly: true });
  bareDatabase.pragma("cache_size = -65536");

  const { config, secrets } = makeConfig({ settings: {}, dataDir: dirname(file), file: undefined });
  await using host = createHost(config, secrets, "bench");
  const backend = await host.connections.open(undefined);
  const answer = async (entries: [string, unknown][]) =>
    JSON.stringify(await runAction(searchCalls, backend, { entries }));
  const idsOf = async (query: CallQuery) => (await search.search(query)).hits.map((hit) => hit.callId);
  const layers: Layer[] = [
    { name: "ids and total", run: (query) => search.search({ ...query, matchesPerCall: 0 }) },
    { name: "with matches", run: (query) => search.search(query) },
    { name: "JSON answer", run: (query) => answer(parametersOf(query)) },
    { name: "with content", run: (query) => answer([...parametersOf(query), ["include-content", true]]) },
  ];
  const codename = /get the \w+ I sent you about (\w+)/i;
  const rare =
    (await firstTexts()).map((text) => codename.exec(text)?.[1]).find((word) => word !== undefined) ?? "none";

  console.log(`${runs} runs each, ${PAGE_SIZE} calls a page, up to 3 matches a call; p50 and p95 in ms`);
  const head = ["bare query", ...layers.map((layer) => layer.name)].map((name) => name.padStart(16)).join(" ");
  console.log(`${"".padEnd(22)} found ${head}  ratio us/call goal`);
  for (const each of classes(rare)) {
    const query: CallQuery = { match: "all", sort: "recency", pageSize: PAGE_SIZE, matchesPerCall: 3, ...each.query };
    const { hits, total } = await search.search(query);
    const times = await measure(bareQuery(bareDatabase, each), layers, query);
    console.log(report(each.name, total.value, hits.length, times));
  }
  bareDatabase.close();
  console.log(
    `\nratio and us/call are of "with matches"; goals: ${GOAL_RATIO} where the bare query takes 1 ms, ${GOAL_ROW_US} us`,
  );
  console.log(`memory ${(process.memoryUsage().rss / 2 ** 20).toFixed(0)} MiB`);

  async function firstTexts(): Promise<string[]> {
    const ids = await idsOf({ match: "all", sort: "recency", pageSize: 100, matchesPerCall: 0, page: 40 });
    const transcripts = await calls.getTranscripts(ids);
    return [...transcripts.values()].flatMap((transcript) => transcript.sentences.map((sentence) => sentence.text));
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
