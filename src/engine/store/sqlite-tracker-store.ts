import { ConflictError, NotFoundError } from "../../calls/errors.ts";
import type { TrackerId, UserId, WorkspaceId } from "../../calls/ids.ts";
import type { Tracker, TrackerDefinition } from "../../calls/tracker.ts";
import { connectionOf, type SqliteDatabase } from "../database/sqlite-database.ts";
import type { SqlConnection } from "../database/sql-connection.ts";
import type { Transaction } from "../database/transaction.ts";
import type { KeptTracker, TrackerSet, TrackerStore } from "./tracker-store.ts";

interface TrackerRow {
  readonly id: TrackerId;
  readonly workspaceId: WorkspaceId;
  readonly name: string;
  readonly definition: string;
  readonly revision: number;
  readonly createdMs: number;
  readonly creatorUserId: UserId | null;
  readonly updatedMs: number;
  readonly updaterUserId: UserId | null;
}

const SELECT = `SELECT id, workspace_id AS workspaceId, name, definition, revision, created_ms AS createdMs,
  creator_user_id AS creatorUserId, updated_ms AS updatedMs, updater_user_id AS updaterUserId FROM trackers`;

export class SqliteTrackerStore implements TrackerStore {
  readonly #reader: SqlConnection;

  constructor(database: SqliteDatabase) {
    this.#reader = database.reader;
  }

  async read(transaction?: Transaction): Promise<TrackerSet> {
    if (transaction) return readSet(connectionOf(transaction));
    return this.#reader.snapshot(() => readSet(this.#reader));
  }

  async get(id: TrackerId): Promise<Tracker | undefined> {
    const row = this.#reader.get<TrackerRow>(`${SELECT} WHERE id = ?`, [id]);
    if (row === undefined) return undefined;
    const { revision: _kept, ...tracker } = rowToTracker(row);
    return tracker;
  }

  async add(tracker: Tracker, transaction: Transaction): Promise<void> {
    const connection = connectionOf(transaction);
    const { id, workspaceId, name, definition, createdMs, creatorUserId, updatedMs, updaterUserId } = tracker;
    const added = connection.run(
      `INSERT INTO trackers(id, workspace_id, name, definition, revision, created_ms, creator_user_id, updated_ms, updater_user_id)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT(id) DO NOTHING`,
      [
        id,
        workspaceId,
        name,
        JSON.stringify(definition),
        nextRevision(connection),
        createdMs,
        creatorUserId ?? null,
        updatedMs,
        updaterUserId ?? null,
      ],
    );
    if (added === 0) throw new ConflictError(`There is a tracker ${id} already.`);
  }

  async replace(tracker: Tracker, transaction: Transaction): Promise<void> {
    const connection = connectionOf(transaction);
    const { id, name, updatedMs, updaterUserId } = tracker;
    const definition = JSON.stringify(tracker.definition);
    const before = connection.get<TrackerRow>(`${SELECT} WHERE id = ?`, [id]);
    if (before === undefined) throw new NotFoundError(`There is no tracker ${id}.`);
    const revision = before.definition === definition ? before.revision : nextRevision(connection);
    connection.run(
      "UPDATE trackers SET name = ?, definition = ?, revision = ?, updated_ms = ?, updater_user_id = ? WHERE id = ?",
      [name, definition, revision, updatedMs, updaterUserId ?? null, id],
    );
  }

  async remove(id: TrackerId, transaction: Transaction): Promise<void> {
    connectionOf(transaction).run("DELETE FROM trackers WHERE id = ?", [id]);
  }
}

function nextRevision(connection: SqlConnection): number {
  connection.run("UPDATE tracker_state SET revision = revision + 1");
  return readRevision(connection);
}

function readRevision(connection: SqlConnection): number {
  return connection.get<{ revision: number }>("SELECT revision FROM tracker_state")?.revision ?? 0;
}

function readSet(connection: SqlConnection): TrackerSet {
  const rows = connection.all<TrackerRow>(`${SELECT} ORDER BY workspace_id, name COLLATE NOCASE, id`);
  return { revision: readRevision(connection), trackers: rows.map(rowToTracker) };
}

function rowToTracker({ definition, creatorUserId, updaterUserId, ...row }: TrackerRow): KeptTracker {
  return {
    ...row,
    definition: JSON.parse(definition) as TrackerDefinition, // written by add and replace
    creatorUserId: creatorUserId ?? undefined,
    updaterUserId: updaterUserId ?? undefined,
  };
}
