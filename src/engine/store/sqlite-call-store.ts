import { setImmediate } from "node:timers/promises";
import { callDurationMs, type Call, type MediaInfo, type Processing } from "../../calls/call.ts";
import type { CallAnalysis } from "../../calls/call-analysis.ts";
import { NotFoundError } from "../../calls/errors.ts";
import type { CallId } from "../../calls/ids.ts";
import type { Party } from "../../calls/party.ts";
import type { QuotedTranscript, Speaker, Transcript } from "../../calls/transcript.ts";
import { connectionOf, type SqliteDatabase } from "../database/sqlite-database.ts";
import type { SqlConnection } from "../database/sql-connection.ts";
import type { Transaction } from "../database/transaction.ts";
import { rowToQuotes, rowToTranscript, transcriptToRow, type TranscriptRow } from "../database/transcript-record.ts";
import { callToRow, rowToCall, withSpeakers, type CallRow } from "./call-record.ts";
import type { AddedCall, AnalysedVersion, CallStore } from "./call-store.ts";
import { rememberUsers } from "./sqlite-user-directory.ts";

/** Takes a few milliseconds. */
const SCANNED_AT_ONCE = 200;
const LAST_CHARACTER = "\u{10ffff}";
const CALL_COLUMNS = "c.record, c.processing, c.media";

export class SqliteCallStore implements CallStore {
  readonly #reader: SqlConnection;

  constructor(database: SqliteDatabase) {
    this.#reader = database.reader;
  }

  async add(call: Call, transaction: Transaction): Promise<AddedCall> {
    const connection = connectionOf(transaction);
    const { record, processing, media } = callToRow(call);
    const added = connection.run(
      `INSERT INTO calls(id, workspace_id, client_unique_id, status, duration_ms, record, processing, media)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT(client_unique_id, workspace_id) DO NOTHING`,
      [
        call.id,
        call.workspaceId,
        call.clientUniqueId,
        call.processing.status,
        callDurationMs(call) ?? null,
        record,
        processing,
        media,
      ],
    );
    if (added === 0) return { call: firstAdded(connection, call), isDuplicate: true };
    rememberUsers(connection, call);
    return { call, isDuplicate: false };
  }

  async get(id: CallId): Promise<Call | undefined> {
    const row = this.#reader.get<CallRow>(`SELECT ${CALL_COLUMNS} FROM calls c WHERE c.id = ?`, [id]);
    return row && rowToCall(row);
  }

  async getMany(ids: readonly CallId[]): Promise<readonly Call[]> {
    const rows = this.#reader.all<CallRow>(
      `SELECT ${CALL_COLUMNS} FROM json_each(?) wanted CROSS JOIN calls c ON c.id = wanted.value ORDER BY wanted.key`,
      [JSON.stringify(ids)],
    );
    return rows.map(rowToCall);
  }

  async getByClientUniqueId(clientUniqueId: string): Promise<Call | undefined> {
    const sql = `SELECT ${CALL_COLUMNS} FROM calls c WHERE c.client_unique_id = ? ORDER BY c.key LIMIT 1`;
    const row = this.#reader.get<CallRow>(sql, [clientUniqueId]);
    return row && rowToCall(row);
  }

  async *scan(): AsyncGenerator<Call> {
    const sql = `SELECT c.key, ${CALL_COLUMNS} FROM calls c WHERE c.key > ? ORDER BY c.key LIMIT ?`;
    for (let lastKey = 0; ; await setImmediate()) {
      const rows = this.#reader.all<CallRow & { key: number }>(sql, [lastKey, SCANNED_AT_ONCE]);
      yield* rows.map(rowToCall);
      const last = rows.at(-1);
      if (last === undefined) return;
      lastKey = last.key;
    }
  }

  async count(clientUniqueIdPrefix = ""): Promise<number> {
    const sql = "SELECT count(*) AS n FROM calls WHERE client_unique_id >= ? AND client_unique_id < ?";
    const beyond = `${clientUniqueIdPrefix}${LAST_CHARACTER}`;
    return this.#reader.get<{ n: number }>(sql, [clientUniqueIdPrefix, beyond])?.n ?? 0;
  }

  async setProcessing(id: CallId, processing: Processing, transaction: Transaction): Promise<void> {
    const sql = "UPDATE calls SET processing = ?, status = ? WHERE id = ?";
    const changed = connectionOf(transaction).run(sql, [JSON.stringify(processing), processing.status, id]);
    if (changed === 0) throw unknownCall(id);
  }

  async setMedia(id: CallId, media: MediaInfo, transaction: Transaction): Promise<void> {
    const connection = connectionOf(transaction);
    const { call } = readCall(connection, id);
    const sql = "UPDATE calls SET media = ?, duration_ms = ? WHERE id = ?";
    connection.run(sql, [JSON.stringify(media), callDurationMs({ ...call, media }) ?? null, id]);
  }

  async setTranscript(id: CallId, transcript: Transcript, transaction: Transaction): Promise<void> {
    const connection = connectionOf(transaction);
    const { call, key } = readCall(connection, id);
    const row = transcriptToRow(transcript);
    connection.run(
      "INSERT OR REPLACE INTO transcripts(call_key, body, sentences, words, voices) VALUES (?, ?, ?, ?, ?)",
      [key, row.body, row.sentences, row.words, row.voices],
    );
    const { record } = callToRow({ ...call, parties: withSpeakers(call.parties, transcript.speakers) });
    connection.run("UPDATE calls SET record = ? WHERE key = ?", [record, key]);
  }

  async edit(call: Call, speakers: readonly Speaker[] | undefined, transaction: Transaction): Promise<void> {
    const connection = connectionOf(transaction);
    const { call: before, key } = readCall(connection, call.id);
    const { title, purpose, disposition, direction } = call;
    const parties = speakers ? withSpeakers(call.parties, speakers) : call.parties;
    const { record } = callToRow({ ...before, title, purpose, disposition, direction, parties });
    connection.run("UPDATE calls SET record = ? WHERE key = ?", [record, key]);
    connection.run("UPDATE visible_calls SET scheduled_ms = ? WHERE call_id = ?", [scheduledMs(call), call.id]);
    if (speakers) {
      const sql = "UPDATE transcripts SET voices = json_set(voices, '$.speakers', json(?)) WHERE call_key = ?";
      connection.run(sql, [JSON.stringify(speakers), key]);
    }
    const known = new Set(before.parties.map(identityOf));
    rememberUsers(connection, { ...call, parties: parties.filter((party) => !known.has(identityOf(party))) });
  }

  async setAnalysis(id: CallId, analysis: CallAnalysis, transaction: Transaction): Promise<void> {
    const connection = connectionOf(transaction);
    const { key } = readCall(connection, id);
    connection.run("INSERT OR REPLACE INTO analyses(call_key, analysis) VALUES (?, ?)", [
      key,
      JSON.stringify(analysis),
    ]);
  }

  async getTranscript(id: CallId): Promise<Transcript | undefined> {
    const sql = `SELECT t.body, t.sentences, t.words, t.voices
      FROM calls c JOIN transcripts t ON t.call_key = c.key WHERE c.id = ?`;
    const row = this.#reader.get<TranscriptRow>(sql, [id]);
    return row && rowToTranscript(row);
  }

  async getAnalysis(id: CallId): Promise<CallAnalysis | undefined> {
    return (await this.getAnalyses([id])).get(id);
  }

  async getAnalyses(ids: readonly CallId[]): Promise<ReadonlyMap<CallId, CallAnalysis>> {
    const rows = this.#reader.all<{ id: CallId; analysis: string }>(
      `SELECT c.id, a.analysis FROM json_each(?) wanted CROSS JOIN calls c ON c.id = wanted.value
       JOIN analyses a ON a.call_key = c.key`,
      [JSON.stringify(ids)],
    );
    return new Map(rows.map((row) => [row.id, JSON.parse(row.analysis) as CallAnalysis])); // written by setAnalysis
  }

  async *analysed(): AsyncGenerator<AnalysedVersion> {
    const sql = `SELECT a.call_key AS key, c.id AS callId, a.analysis ->> '$.version' AS version
      FROM analyses a JOIN calls c ON c.key = a.call_key WHERE a.call_key > ? ORDER BY a.call_key LIMIT ?`;
    for (let lastKey = 0; ; await setImmediate()) {
      const rows = this.#reader.all<AnalysedVersion & { key: number }>(sql, [lastKey, SCANNED_AT_ONCE]);
      yield* rows.map(({ callId, version }) => ({ callId, version }));
      const last = rows.at(-1);
      if (last === undefined) return;
      lastKey = last.key;
    }
  }

  async getTranscripts(ids: readonly CallId[]): Promise<ReadonlyMap<CallId, Transcript>> {
    return new Map(this.#transcriptRows(ids).map((row) => [row.id, rowToTranscript(row)]));
  }

  async getQuotes(wanted: ReadonlyMap<CallId, readonly number[]>): Promise<ReadonlyMap<CallId, QuotedTranscript>> {
    const rows = this.#transcriptRows([...wanted.keys()]);
    return new Map(rows.map((row) => [row.id, rowToQuotes(row, wanted.get(row.id) ?? [])]));
  }

  async getSpeakers(ids: readonly CallId[]): Promise<ReadonlyMap<CallId, readonly Speaker[]>> {
    const rows = this.#reader.all<{ id: CallId; speakers: string }>(
      `SELECT c.id, t.voices -> '$.speakers' AS speakers FROM json_each(?) wanted CROSS JOIN calls c ON c.id = wanted.value
       JOIN transcripts t ON t.call_key = c.key`,
      [JSON.stringify(ids)],
    );
    return new Map(rows.map((row) => [row.id, JSON.parse(row.speakers) as Speaker[]])); // written by setTranscript
  }

  async remove(id: CallId, transaction: Transaction): Promise<void> {
    connectionOf(transaction).run("DELETE FROM calls WHERE id = ?", [id]);
  }

  /** In no order: SQLite would copy every text to sort the rows. */
  #transcriptRows(ids: readonly CallId[]): (Omit<TranscriptRow, "words"> & { readonly id: CallId })[] {
    return this.#reader.all(
      `SELECT c.id, t.body, t.sentences, t.voices FROM json_each(?) wanted CROSS JOIN calls c ON c.id = wanted.value
       JOIN transcripts t ON t.call_key = c.key`,
      [JSON.stringify(ids)],
    );
  }
}

/** The time that Gong's plain list goes by, as the view `calls_to_show` has it. */
function scheduledMs({ direction, scheduledStart, actualStart }: Call): number {
  return (direction === "Conference" ? scheduledStart : undefined)?.epochMs ?? actualStart.epochMs;
}

/** What the directory learns of a user from a party. */
function identityOf({ userId, name, emailAddress, phoneNumber }: Party): string {
  return JSON.stringify([userId, name, emailAddress, phoneNumber]);
}

function firstAdded(connection: SqlConnection, call: Call): Call {
  const sql = `SELECT ${CALL_COLUMNS} FROM calls c WHERE c.client_unique_id = ? AND c.workspace_id = ?`;
  const row = connection.get<CallRow>(sql, [call.clientUniqueId, call.workspaceId]);
  if (row === undefined) throw new Error(`The call that ${call.id} is a duplicate of has vanished`);
  return rowToCall(row);
}

/** The call as this transaction has it. */
function readCall(connection: SqlConnection, id: CallId): { call: Call; key: number } {
  const row = connection.get<CallRow & { key: number }>(`SELECT c.key, ${CALL_COLUMNS} FROM calls c WHERE c.id = ?`, [
    id,
  ]);
  if (row === undefined) throw unknownCall(id);
  return { call: rowToCall(row), key: row.key };
}

function unknownCall(id: CallId): NotFoundError {
  return new NotFoundError(`There is no call ${id}.`);
}
