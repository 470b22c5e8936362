import { deflateRawSync, inflateRawSync } from "node:zlib";
import type { CallId } from "../../calls/ids.ts";
import { connectionOf, type SqliteDatabase } from "../database/sqlite-database.ts";
import type { SqlConnection, SqlValue } from "../database/sql-connection.ts";
import type { Transaction } from "../database/transaction.ts";
import type {
  Asking,
  AwaitedPart,
  ImportedCall,
  ImportedCallStore,
  ImportedEntry,
  ImportedFacts,
  MonologueShape,
  RecordingsHere,
  StartRange,
} from "./imported-call-store.ts";
import { putImportedCall } from "./put-imported-call.ts";

interface FactsRow {
  readonly id: CallId;
  readonly startedMs: number;
  readonly sentDigest: string;
  readonly hasTranscript: number;
  readonly hasContent: number;
  readonly transcriptAsks: number;
  readonly transcriptAskMs: number | null;
  readonly contentAsks: number;
  readonly contentAskMs: number | null;
}

const WANTED = `FROM json_each(?) wanted CROSS JOIN calls c ON c.id = wanted.value
  JOIN imported_calls i ON i.call_key = c.key`;

const FACTS = `SELECT c.id, i.started_ms AS startedMs, i.sent_digest AS sentDigest, i.monologues IS NOT NULL AS hasTranscript,
  i.has_content AS hasContent, i.transcript_asks AS transcriptAsks, i.transcript_ask_ms AS transcriptAskMs,
  i.content_asks AS contentAsks, i.content_ask_ms AS contentAskMs ${WANTED}`;

export class SqliteImportedCallStore implements ImportedCallStore {
  readonly #reader: SqlConnection;

  constructor(database: SqliteDatabase) {
    this.#reader = database.reader;
  }

  async getMany(ids: readonly CallId[]): Promise<ReadonlyMap<CallId, ImportedCall>> {
    const rows = this.#reader.all<{ id: CallId; sent: Uint8Array; monologues: string | null }>(
      `SELECT c.id, i.sent, i.monologues ${WANTED}`,
      [JSON.stringify(ids)],
    );
    return new Map(rows.map(({ id, sent, monologues }) => [id, readRow(sent, monologues)]));
  }

  async facts(ids: readonly CallId[]): Promise<ReadonlyMap<CallId, ImportedFacts>> {
    const rows = this.#reader.all<FactsRow>(FACTS, [JSON.stringify(ids)]);
    return new Map(rows.map((row) => [row.id, readFacts(row)]));
  }

  async put(entry: ImportedEntry, transaction: Transaction): Promise<void> {
    const connection = connectionOf(transaction);
    const key = putImportedCall(connection, entry.call);
    connection.run(
      `INSERT INTO imported_calls(call_key, started_ms, sent, sent_digest, has_content, transcript_asks, transcript_ask_ms, content_asks, content_ask_ms)
       VALUES (?, ?, ?, ?, ?, 0, ?, 0, ?)
       ON CONFLICT(call_key) DO UPDATE SET started_ms = excluded.started_ms, sent = excluded.sent, sent_digest = excluded.sent_digest,
         has_content = excluded.has_content,
         transcript_ask_ms = CASE WHEN monologues IS NULL
           THEN coalesce(transcript_ask_ms, excluded.transcript_ask_ms) ELSE transcript_ask_ms END,
         content_ask_ms = CASE WHEN excluded.has_content THEN NULL ELSE coalesce(content_ask_ms, excluded.content_ask_ms) END`,
      [
        key,
        entry.startedMs,
        deflateRawSync(entry.sent),
        entry.sentDigest,
        entry.hasContent ? 1 : 0,
        entry.firstAsk.transcript,
        entry.firstAsk.content,
      ],
    );
  }

  async setMonologues(id: CallId, monologues: readonly MonologueShape[], transaction: Transaction): Promise<void> {
    const shapes = monologues.map(({ sentenceCount, speakerId, topic }) => [sentenceCount, speakerId, topic]);
    connectionOf(transaction).run(
      `UPDATE imported_calls SET monologues = ?, transcript_ask_ms = NULL WHERE call_key = (SELECT key FROM calls WHERE id = ?)`,
      [JSON.stringify(shapes), id],
    );
  }

  async setAsking(id: CallId, part: AwaitedPart, { count, nextMs }: Asking, transaction: Transaction): Promise<void> {
    connectionOf(transaction).run(
      `UPDATE imported_calls SET ${part}_asks = ?, ${part}_ask_ms = ? WHERE call_key = (SELECT key FROM calls WHERE id = ?)`,
      [count, nextMs, id],
    );
  }

  async askTranscriptsAgain(range: StartRange, nextMs: number, transaction: Transaction): Promise<number> {
    return connectionOf(transaction).run(
      `UPDATE imported_calls SET transcript_asks = 0, transcript_ask_ms = ?
       WHERE started_ms >= ? AND started_ms < ? AND monologues IS NOT NULL`,
      [nextMs, ...bounds(range)],
    );
  }

  async waiting(part: AwaitedPart, nowMs: number, limit: number): Promise<readonly CallId[]> {
    return this.#reader
      .all<{ id: CallId }>(
        `SELECT c.id FROM imported_calls i JOIN calls c ON c.key = i.call_key WHERE i.${part}_ask_ms IS NOT NULL
         ORDER BY i.${part}_ask_ms > ?, i.started_ms DESC LIMIT ?`,
        [nowMs, limit],
      )
      .map(({ id }) => id);
  }

  async waitingCount(part: AwaitedPart, nowMs: number) {
    const row = this.#reader.get<{ count: number; dueCount: number | null; nextMs: number | null }>(
      `SELECT count(*) AS count, sum(${part}_ask_ms <= ?) AS dueCount, min(${part}_ask_ms) AS nextMs
       FROM imported_calls WHERE ${part}_ask_ms IS NOT NULL`,
      [nowMs],
    );
    return { count: row?.count ?? 0, dueCount: row?.dueCount ?? 0, nextMs: row?.nextMs ?? null };
  }

  async pendingCount(): Promise<number> {
    const sql =
      "SELECT count(*) AS n FROM imported_calls WHERE transcript_ask_ms IS NOT NULL OR content_ask_ms IS NOT NULL";
    return this.#reader.get<{ n: number }>(sql)?.n ?? 0;
  }

  async count(range: StartRange, transaction?: Transaction): Promise<number> {
    const connection = transaction === undefined ? this.#reader : connectionOf(transaction);
    const sql = "SELECT count(*) AS n FROM imported_calls WHERE started_ms >= ? AND started_ms < ?";
    return connection.get<{ n: number }>(sql, bounds(range))?.n ?? 0;
  }

  async ids(range: StartRange, transaction?: Transaction): Promise<readonly CallId[]> {
    const connection = transaction === undefined ? this.#reader : connectionOf(transaction);
    return connection
      .all<{ id: CallId }>(
        `SELECT c.id FROM imported_calls i JOIN calls c ON c.key = i.call_key
         WHERE i.started_ms >= ? AND i.started_ms < ? ORDER BY i.started_ms`,
        bounds(range),
      )
      .map(({ id }) => id);
  }

  async middleStartMs(range: StartRange): Promise<number | undefined> {
    const count = await this.count(range);
    return this.#reader.get<{ startedMs: number }>(
      "SELECT started_ms AS startedMs FROM imported_calls WHERE started_ms >= ? AND started_ms < ? ORDER BY started_ms LIMIT 1 OFFSET ?",
      [...bounds(range), Math.floor(count / 2)],
    )?.startedMs;
  }

  async newest(limit: number): Promise<readonly CallId[]> {
    return this.#reader
      .all<{ id: CallId }>(
        "SELECT c.id FROM imported_calls i JOIN calls c ON c.key = i.call_key ORDER BY i.started_ms DESC LIMIT ?",
        [limit],
      )
      .map(({ id }) => id);
  }

  async withoutRecording(): Promise<readonly CallId[]> {
    return this.#reader
      .all<{ id: CallId }>(
        `SELECT c.id FROM imported_calls i JOIN calls c ON c.key = i.call_key WHERE c.media IS NULL ORDER BY i.started_ms DESC`,
      )
      .map(({ id }) => id);
  }

  async recordings(): Promise<RecordingsHere> {
    const rows = this.#reader.all<{
      isHere: number;
      count: number;
      sizeBytes: number | null;
      durationMs: number | null;
    }>(
      `SELECT c.media IS NOT NULL AS isHere, count(*) AS count, sum(c.media ->> '$.sizeBytes') AS sizeBytes, sum(c.duration_ms) AS durationMs
       FROM imported_calls i JOIN calls c ON c.key = i.call_key GROUP BY c.media IS NOT NULL`,
    );
    const [here, missing] = [rows.find(({ isHere }) => isHere === 1), rows.find(({ isHere }) => isHere === 0)];
    return {
      count: here?.count ?? 0,
      sizeBytes: here?.sizeBytes ?? 0,
      durationMs: here?.durationMs ?? 0,
      missing: { count: missing?.count ?? 0, durationMs: missing?.durationMs ?? 0 },
    };
  }
}

/** Times of calls are far within these. */
function bounds({ fromMs, toMs }: StartRange): SqlValue[] {
  return [fromMs ?? Number.MIN_SAFE_INTEGER, toMs ?? Number.MAX_SAFE_INTEGER];
}

function readRow(sent: Uint8Array, monologues: string | null): ImportedCall {
  const text = inflateRawSync(sent).toString("utf8");
  if (monologues === null) return { sent: text };
  const shapes = JSON.parse(monologues) as [number, string | null, string | null][]; // written by setMonologues
  return {
    sent: text,
    monologues: shapes.map(([sentenceCount, speakerId, topic]) => ({ sentenceCount, speakerId, topic })),
  };
}

function readFacts(row: FactsRow): ImportedFacts {
  return {
    startedMs: row.startedMs,
    sentDigest: row.sentDigest,
    hasTranscript: row.hasTranscript === 1,
    hasContent: row.hasContent === 1,
    asking: {
      transcript: { count: row.transcriptAsks, nextMs: row.transcriptAskMs },
      content: { count: row.contentAsks, nextMs: row.contentAskMs },
    },
  };
}
