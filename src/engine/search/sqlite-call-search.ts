import { callDurationMs, type Call } from "../../calls/call.ts";
import type { CallAnalysis } from "../../calls/call-analysis.ts";
import type { CallId } from "../../calls/ids.ts";
import type { Transcript } from "../../calls/transcript.ts";
import { connectionOf, type SqliteDatabase } from "../database/sqlite-database.ts";
import type { SqlConnection } from "../database/sql-connection.ts";
import type { Transaction } from "../database/transaction.ts";
import { allocateKey } from "./call-keys.ts";
import { labelsOf, type CallLabels } from "./call-labels.ts";
import type { CallHit, CallPage, CallQuery, CallSearch } from "./call-search.ts";
import { readCursor, writeCursor, type Cursor } from "./cursor.ts";
import { IndexScan } from "./index-scan.ts";
import { indexRowOf } from "./index-row.ts";
import { makeKeywordFinder } from "./keyword-finder.ts";
import { dropRemovedTokens } from "./drop-removed-tokens.ts";
import { findMatches } from "./matches.ts";
import { planQuery, type CallPlan } from "./query.ts";
import { mostRelevant } from "./relevance.ts";

/** Totals are exact up to here. */
const MAX_EXACT_TOTAL = 10_000;

interface HitRow {
  /** On the page, from 0. */
  readonly position: number;
  readonly call_id: CallId;
  readonly labels: string;
  readonly body: string | null;
  readonly bodyBytes: number | null;
  readonly sentences: Uint8Array | null;
}

/** Finds with FTS5. The text that hits are shown with is read from the transcripts that `SqliteCallStore` keeps in the same file. */
export class SqliteCallSearch implements CallSearch {
  readonly #database: SqliteDatabase;
  readonly #reader: SqlConnection;

  constructor(database: SqliteDatabase) {
    this.#database = database;
    this.#reader = database.reader;
  }

  async put(
    call: Call,
    transcript: Transcript | undefined,
    analysis: CallAnalysis | undefined,
    transaction: Transaction,
  ): Promise<void> {
    const connection = connectionOf(transaction);
    const known = takeOut(connection, call.id);
    const startedMs = call.actualStart.epochMs;
    const key = known?.startedMs === startedMs ? known.key : allocateKey(connection, startedMs);
    connection.run(
      `INSERT INTO search_entries(key, call_id, started_ms, direction, status, duration_ms, labels)
       VALUES (?, ?, ?, ?, coalesce((SELECT status FROM calls WHERE id = ?), ?), ?, ?)`,
      [
        key,
        call.id,
        startedMs,
        call.direction,
        call.id,
        call.processing.status,
        callDurationMs(call) ?? null,
        JSON.stringify(labelsOf(call, transcript, analysis)),
      ],
    );
    const row = indexRowOf(call, transcript, analysis);
    connection.run("INSERT INTO search_index(rowid, title, body, party, topic, facet) VALUES (?, ?, ?, ?, ?, ?)", [
      key,
      row.title,
      row.body,
      row.party,
      row.topic,
      row.facet,
    ]);
  }

  async remove(callId: CallId, transaction: Transaction): Promise<void> {
    takeOut(connectionOf(transaction), callId);
  }

  async dropRemoved(): Promise<void> {
    await dropRemovedTokens(this.#database);
  }

  async search(query: CallQuery): Promise<CallPage> {
    const plan = planQuery(query);
    const cursor = query.cursor === undefined ? undefined : readCursor(query, query.cursor);
    return this.#reader.snapshot(() => this.#page(query, plan, cursor));
  }

  #page(query: CallQuery, plan: CallPlan, cursor: Cursor | undefined): CallPage {
    const isByRelevance = query.sort === "relevance" && plan.titleExpression !== undefined;
    const { keys, isLast, seen, total } = isByRelevance
      ? this.#relevancePage(query, plan, cursor)
      : this.#recencyPage(query, plan, cursor);
    const hits = this.#hits(keys, plan, query.matchesPerCall);
    const lastKey = keys.at(-1);
    if (isLast || lastKey === undefined) return { hits, total };
    const position = isByRelevance
      ? ({ kind: "without", keys: seen } as const)
      : ({ kind: "after", key: lastKey } as const);
    return { hits, total, cursor: writeCursor(query, { total, position }) };
  }

  #recencyPage(query: CallQuery, plan: CallPlan, cursor: Cursor | undefined): PageOfKeys {
    const scan = new IndexScan(this.#reader, plan.expression, plan.filters);
    const offset = offsetOf(query);
    const below = cursor?.position.kind === "after" ? cursor.position.key : undefined;
    // One more than the page shows whether there is another page.
    const found = scan.newest(query.pageSize + 1, { offset, below });
    const isLast = found.length <= query.pageSize;
    const counted = isLast && found.length > 0 ? offset + found.length : undefined;
    const total = cursor?.total ?? totalOf(counted ?? scan.count(MAX_EXACT_TOTAL + 1));
    return { keys: found.slice(0, query.pageSize), isLast, seen: [], total };
  }

  #relevancePage(query: CallQuery, plan: CallPlan, cursor: Cursor | undefined): PageOfKeys {
    const matchCount = new IndexScan(this.#reader, plan.expression, plan.filters).count(MAX_EXACT_TOTAL + 1);
    const seen = cursor?.position.kind === "without" ? cursor.position.keys : [];
    const skipped = new Set(seen);
    const offset = offsetOf(query);
    const end = seen.length + offset + query.pageSize;
    const best = mostRelevant(this.#reader, plan, matchCount, end + 1);
    const left = best.filter((key) => !skipped.has(key)).slice(offset);
    const keys = left.slice(0, query.pageSize);
    const before = cursor === undefined ? best.slice(0, offset) : seen;
    return {
      keys,
      isLast: left.length <= query.pageSize,
      seen: [...before, ...keys],
      total: cursor?.total ?? totalOf(matchCount),
    };
  }

  #hits(keys: readonly number[], plan: CallPlan, matchesPerCall: number): CallHit[] {
    const wanted = JSON.stringify(keys);
    if (matchesPerCall <= 0 || plan.keywords.length === 0) {
      const rows = this.#reader.all<{ call_id: CallId }>(HIT_IDS, [wanted]);
      return rows.map((row) => ({ callId: row.call_id, matches: [] }));
    }
    const finders = plan.keywords.map(makeKeywordFinder);
    const rows = this.#reader.all<HitRow>(HIT_TEXTS, [wanted]);
    return rows.toSorted(byPosition).map((row) => {
      const labels = JSON.parse(row.labels) as CallLabels; // written by put
      const { body, bodyBytes, sentences } = row;
      const isSpoken = body !== null && bodyBytes !== null && sentences !== null;
      const text = isSpoken ? { body, bodyBytes, sentences } : undefined;
      return { callId: row.call_id, matches: findMatches(labels, text, finders, matchesPerCall) };
    });
  }
}

interface PageOfKeys {
  readonly keys: readonly number[];
  readonly isLast: boolean;
  /** By relevance: what this page and those before it showed. */
  readonly seen: readonly number[];
  readonly total: CallPage["total"];
}

const WANTED_ENTRIES = "FROM json_each(?) wanted CROSS JOIN search_entries e ON e.key = wanted.value";
const HIT_IDS = `SELECT e.call_id ${WANTED_ENTRIES} ORDER BY wanted.key`;
/** Sorted after they were read: SQLite would copy every text to sort the rows. */
const HIT_TEXTS = `SELECT wanted.key AS position, e.call_id, e.labels, t.body, octet_length(t.body) AS bodyBytes, t.sentences ${WANTED_ENTRIES}
  LEFT JOIN calls c ON c.id = e.call_id LEFT JOIN transcripts t ON t.call_key = c.key`;

function byPosition(a: HitRow, b: HitRow): number {
  return a.position - b.position;
}

/** A cursor says where the page begins, so a page number beside it does not count. */
function offsetOf(query: CallQuery): number {
  return query.cursor === undefined ? ((query.page ?? 1) - 1) * query.pageSize : 0;
}

function totalOf(count: number): CallPage["total"] {
  return count > MAX_EXACT_TOTAL ? { value: MAX_EXACT_TOTAL, relation: "gte" } : { value: count, relation: "eq" };
}

/** @returns what it was entered under */
function takeOut(connection: SqlConnection, callId: CallId): { key: number; startedMs: number } | undefined {
  const sql = "DELETE FROM search_entries WHERE call_id = ? RETURNING key, started_ms AS startedMs";
  const known = connection.get<{ key: number; startedMs: number }>(sql, [callId]);
  if (known !== undefined) connection.run("DELETE FROM search_index WHERE rowid = ?", [known.key]);
  return known;
}
