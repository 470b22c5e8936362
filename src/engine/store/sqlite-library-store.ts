import { ConflictError, NotFoundError } from "../../calls/errors.ts";
import type { CallId, LibraryFolderId, UserId, WorkspaceId } from "../../calls/ids.ts";
import type { LibraryEntry, LibraryFolder, Snippet } from "../../calls/library.ts";
import { connectionOf, type SqliteDatabase } from "../database/sqlite-database.ts";
import type { SqlConnection } from "../database/sql-connection.ts";
import type { Transaction } from "../database/transaction.ts";
import type { LibraryFolderChange, LibraryStore } from "./library-store.ts";

interface FolderRow {
  readonly id: LibraryFolderId;
  readonly workspace_id: WorkspaceId;
  readonly parent_id: LibraryFolderId | null;
  readonly name: string;
  readonly created_by: UserId | null;
  readonly updated_ms: number;
}

interface EntryRow {
  readonly folder_id: LibraryFolderId;
  readonly call_id: CallId;
  readonly note: string | null;
  readonly added_by: UserId | null;
  readonly created_ms: number;
  readonly start_ms: number | null;
  readonly end_ms: number | null;
}

const FOLDERS = "SELECT id, workspace_id, parent_id, name, created_by, updated_ms FROM library_folders";
/** The deepest first: SQLite refuses to cascade through more than a thousand levels. */
const TREE_UPWARDS = `WITH RECURSIVE tree(id, depth) AS (SELECT id, 0 FROM library_folders WHERE id = ?
  UNION ALL SELECT f.id, tree.depth + 1 FROM tree JOIN library_folders f ON f.parent_id = tree.id)
  SELECT id FROM tree ORDER BY depth DESC`;
const UPDATED = "UPDATE library_folders SET updated_ms = ? WHERE id = ?";

export class SqliteLibraryStore implements LibraryStore {
  readonly #reader: SqlConnection;

  constructor(database: SqliteDatabase) {
    this.#reader = database.reader;
  }

  async folders(workspaceId?: WorkspaceId): Promise<readonly LibraryFolder[]> {
    const [where, values] = workspaceId === undefined ? ["", []] : ["WHERE workspace_id = ?", [workspaceId]];
    return this.#reader.all<FolderRow>(`${FOLDERS} ${where} ORDER BY key`, values).map(rowToFolder);
  }

  async folder(id: LibraryFolderId): Promise<LibraryFolder | undefined> {
    const row = this.#reader.get<FolderRow>(`${FOLDERS} WHERE id = ?`, [id]);
    return row && rowToFolder(row);
  }

  async entries(folderId: LibraryFolderId): Promise<readonly LibraryEntry[]> {
    const sql = "SELECT * FROM library_entries WHERE folder_id = ? ORDER BY key";
    return this.#reader.all<EntryRow>(sql, [folderId]).map(rowToEntry);
  }

  async addFolder(folder: LibraryFolder, transaction: Transaction): Promise<void> {
    const { id, workspaceId, parentId, name, createdBy, updatedMs } = folder;
    const added = connectionOf(transaction).run(
      `INSERT INTO library_folders(id, workspace_id, parent_id, name, created_by, updated_ms) VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT(id) DO NOTHING`,
      [id, workspaceId, parentId ?? null, name, createdBy ?? null, updatedMs],
    );
    if (added === 0) throw new ConflictError(`There is a library folder ${id} already; leave the id out.`);
  }

  async changeFolder(
    id: LibraryFolderId,
    { name, parentId }: LibraryFolderChange,
    changedMs: number,
    transaction: Transaction,
  ): Promise<void> {
    const isMoved = parentId === undefined ? 0 : 1;
    const changed = connectionOf(transaction).run(
      `UPDATE library_folders SET name = coalesce(?, name), parent_id = CASE WHEN ? THEN ? ELSE parent_id END, updated_ms = ?
       WHERE id = ?`,
      [name ?? null, isMoved, parentId ?? null, changedMs, id],
    );
    if (changed === 0) throw new NotFoundError(`There is no library folder ${id}.`);
  }

  async removeFolder(id: LibraryFolderId, transaction: Transaction): Promise<boolean> {
    const connection = connectionOf(transaction);
    const tree = connection.all<{ id: LibraryFolderId }>(TREE_UPWARDS, [id]);
    for (const folder of tree) connection.run("DELETE FROM library_folders WHERE id = ?", [folder.id]);
    return tree.length > 0;
  }

  async addEntry(entry: LibraryEntry, transaction: Transaction): Promise<void> {
    const { folderId, callId, note, addedBy, createdMs, snippet } = entry;
    const connection = connectionOf(transaction);
    const added = connection.run(
      `INSERT INTO library_entries(folder_id, call_id, note, added_by, created_ms, start_ms, end_ms) VALUES (?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT DO NOTHING`,
      [folderId, callId, note ?? null, addedBy ?? null, createdMs, snippet?.startMs ?? null, snippet?.endMs ?? null],
    );
    if (added === 0) {
      throw new ConflictError(`Call ${callId} is in folder ${folderId} already; take it out to put it in another way.`);
    }
    connection.run(UPDATED, [createdMs, folderId]);
  }

  async removeEntries(
    { folderId, callId, snippet }: { folderId: LibraryFolderId; callId: CallId; snippet?: Snippet | undefined },
    removedMs: number,
    transaction: Transaction,
  ): Promise<number> {
    const connection = connectionOf(transaction);
    const part = snippet ? " AND start_ms = ? AND end_ms = ?" : "";
    const removed = connection.run(`DELETE FROM library_entries WHERE folder_id = ? AND call_id = ?${part}`, [
      folderId,
      callId,
      ...(snippet ? [snippet.startMs, snippet.endMs] : []),
    ]);
    if (removed > 0) connection.run(UPDATED, [removedMs, folderId]);
    return removed;
  }
}

function rowToFolder(row: FolderRow): LibraryFolder {
  return {
    id: row.id,
    workspaceId: row.workspace_id,
    name: row.name,
    ...(row.parent_id !== null && { parentId: row.parent_id }),
    ...(row.created_by !== null && { createdBy: row.created_by }),
    updatedMs: row.updated_ms,
  };
}

function rowToEntry(row: EntryRow): LibraryEntry {
  const { start_ms: startMs, end_ms: endMs } = row;
  return {
    folderId: row.folder_id,
    callId: row.call_id,
    ...(row.note !== null && { note: row.note }),
    ...(row.added_by !== null && { addedBy: row.added_by }),
    createdMs: row.created_ms,
    ...(startMs !== null && endMs !== null && { snippet: { startMs, endMs } }),
  };
}
