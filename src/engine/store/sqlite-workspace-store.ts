import { ConflictError } from "../../calls/errors.ts";
import type { WorkspaceId } from "../../calls/ids.ts";
import type { Workspace } from "../../calls/workspace.ts";
import { connectionOf, type SqliteDatabase } from "../database/sqlite-database.ts";
import type { SqlConnection } from "../database/sql-connection.ts";
import type { Transaction } from "../database/transaction.ts";
import type { WorkspaceStore } from "./workspace-store.ts";

interface WorkspaceRow {
  readonly id: WorkspaceId;
  readonly name: string;
  readonly description: string | null;
}

const INSERT = "INSERT INTO workspaces(id, name, description, created_ms) VALUES (?, ?, ?, ?)";

export class SqliteWorkspaceStore implements WorkspaceStore {
  readonly #reader: SqlConnection;

  constructor(database: SqliteDatabase) {
    this.#reader = database.reader;
  }

  async list(): Promise<readonly Workspace[]> {
    const sql = "SELECT id, name, description FROM workspaces ORDER BY created_ms, id";
    return this.#reader.all<WorkspaceRow>(sql).map(rowToWorkspace);
  }

  async get(id: WorkspaceId): Promise<Workspace | undefined> {
    const row = this.#reader.get<WorkspaceRow>("SELECT id, name, description FROM workspaces WHERE id = ?", [id]);
    return row && rowToWorkspace(row);
  }

  async add({ id, name, description }: Workspace, createdMs: number, transaction: Transaction): Promise<void> {
    const values = [id, name, description ?? null, createdMs];
    if (connectionOf(transaction).run(`${INSERT} ON CONFLICT(id) DO NOTHING`, values) > 0) return;
    throw new ConflictError(`There is a workspace ${id} already; leave the id out to have one made.`);
  }

  async put({ id, name, description }: Workspace, createdMs: number, transaction: Transaction): Promise<void> {
    connectionOf(transaction).run(
      `${INSERT} ON CONFLICT(id) DO UPDATE SET name = excluded.name, description = excluded.description`,
      [id, name, description ?? null, createdMs],
    );
  }
}

function rowToWorkspace({ id, name, description }: WorkspaceRow): Workspace {
  return { id, name, ...(description !== null && { description }) };
}
