import type { CallId, TrackerId, WorkspaceId } from "../../calls/ids.ts";
import type { CallTracker, PhraseHits } from "../../calls/tracker.ts";
import { connectionOf, type SqliteDatabase } from "../database/sqlite-database.ts";
import type { SqlConnection } from "../database/sql-connection.ts";
import type { Transaction } from "../database/transaction.ts";
import type { FoundInCall, TrackerHitStore, UntrackedCall } from "./tracker-hit-store.ts";

interface HitRow {
  readonly callId: CallId;
  readonly id: TrackerId;
  readonly name: string;
  readonly phrases: string | null;
}

/** Of an analysed call that no tracker was looked for in. */
interface NoTrackerRow {
  readonly callId: CallId;
  readonly id: null;
}

const CALL_KEY = "(SELECT key FROM calls WHERE id = ?)";

export class SqliteTrackerHitStore implements TrackerHitStore {
  readonly #reader: SqlConnection;

  constructor(database: SqliteDatabase) {
    this.#reader = database.reader;
  }

  async put(callId: CallId, found: FoundInCall, transaction: Transaction): Promise<void> {
    const connection = connectionOf(transaction);
    connection.run(`UPDATE tracked_calls SET revision = ? WHERE call_key = ${CALL_KEY}`, [found.revision, callId]);
    writeHits(connection, callId, found);
  }

  async putIfUnchanged(call: UntrackedCall, found: FoundInCall, transaction: Transaction): Promise<boolean> {
    const connection = connectionOf(transaction);
    const { callId, revision, changes } = call;
    const changed = connection.run(
      `UPDATE tracked_calls SET revision = ? WHERE call_key = ${CALL_KEY} AND revision = ? AND changes = ?`,
      [found.revision, callId, revision, changes],
    );
    if (changed === 0) return false;
    writeHits(connection, callId, found);
    return true;
  }

  async getMany(callIds: readonly CallId[]): Promise<ReadonlyMap<CallId, readonly CallTracker[]>> {
    const rows = this.#reader.all<HitRow | NoTrackerRow>(
      `SELECT c.id AS callId, t.id, t.name, h.phrases
       FROM json_each(?) wanted CROSS JOIN calls c ON c.id = wanted.value CROSS JOIN tracked_calls k ON k.call_key = c.key
       LEFT JOIN trackers t ON t.workspace_id = c.workspace_id AND t.revision <= k.revision
       LEFT JOIN tracker_hits h ON h.call_key = c.key AND h.tracker_key = t.key
       ORDER BY wanted.key, t.name COLLATE NOCASE, t.id`,
      [JSON.stringify(callIds)],
    );
    const byCall = Map.groupBy(rows, ({ callId }) => callId);
    return new Map([...byCall].map(([callId, found]) => [callId, found.filter(hasTracker).map(rowToCallTracker)]));
  }

  async untracked(limit: number): Promise<readonly UntrackedCall[]> {
    return this.#reader.all<UntrackedCall>(
      `SELECT c.id AS callId, k.revision, k.changes
       FROM tracked_calls k INDEXED BY tracked_calls_by_revision CROSS JOIN calls c ON c.key = k.call_key
       WHERE k.revision < (SELECT revision FROM tracker_state) ORDER BY k.revision, k.call_key LIMIT ?`,
      [limit],
    );
  }

  async countUntracked(workspaceId: WorkspaceId, revision: number): Promise<number> {
    const sql = `SELECT count(*) AS n FROM tracked_calls k INDEXED BY tracked_calls_by_revision
      CROSS JOIN calls c ON c.key = k.call_key WHERE k.revision < ? AND c.workspace_id = ?`;
    return this.#reader.get<{ n: number }>(sql, [revision, workspaceId])?.n ?? 0;
  }
}

/** A tracker that was deleted meanwhile finds nothing any more. */
function writeHits(connection: SqlConnection, callId: CallId, { hits }: FoundInCall): void {
  for (const { trackerId, phrases } of hits) {
    connection.run(
      `DELETE FROM tracker_hits WHERE call_key = ${CALL_KEY} AND tracker_key = (SELECT key FROM trackers WHERE id = ?)`,
      [callId, trackerId],
    );
    if (phrases.length === 0) continue;
    connection.run(
      `INSERT INTO tracker_hits(call_key, tracker_key, phrases)
       SELECT c.key, t.key, ? FROM calls c, trackers t WHERE c.id = ? AND t.id = ?`,
      [JSON.stringify(phrases), callId, trackerId],
    );
  }
}

function hasTracker(row: HitRow | NoTrackerRow): row is HitRow {
  return row.id !== null;
}

function rowToCallTracker({ id, name, phrases }: HitRow): CallTracker {
  const found = phrases === null ? [] : (JSON.parse(phrases) as readonly PhraseHits[]); // written by writeHits
  return { id, name, phrases: found };
}
