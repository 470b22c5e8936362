import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import BetterSqlite3 from "better-sqlite3";
import { expect, it } from "vitest";
import type { Call } from "../../src/calls/call.ts";
import { initialSchema } from "../../src/engine/database/migrations/0001-initial.ts";
import { SqliteDatabase } from "../../src/engine/database/sqlite-database.ts";
import { callToRow } from "../../src/engine/store/call-record.ts";
import { SqliteCallList } from "../../src/engine/store/sqlite-call-list.ts";
import { makeCall } from "../contracts/sample-calls.ts";

/** What marks a file as a library. */
const APPLICATION_ID = 0x54_61_6d_74;

/** A file of the first schema. */
function writeOldLibrary(file: string, calls: readonly Call[]): void {
  const database = new BetterSqlite3(file);
  database.exec(`${initialSchema}; PRAGMA user_version = 1; PRAGMA application_id = ${APPLICATION_ID};`);
  const insert = database.prepare(
    "INSERT INTO calls(id, workspace_id, client_unique_id, status, record, processing) VALUES (?, ?, ?, ?, ?, ?)",
  );
  for (const call of calls) {
    const { record, processing } = callToRow(call);
    insert.run(call.id, call.workspaceId, call.clientUniqueId, call.processing.status, record, processing);
  }
  database.close();
}

it("shows the completed calls of a library that is older than Gong's paths", async () => {
  const folder = await mkdtemp(join(tmpdir(), "tamtam-older-"));
  const file = join(folder, "tamtam.db");
  const completed = makeCall({ processing: { status: "Completed", warnings: [] } });
  writeOldLibrary(file, [makeCall(), completed]);
  {
    await using database = await SqliteDatabase.open(file);
    const page = await new SqliteCallList(database).list({ by: "start", pageSize: 100 });
    expect(page.calls).toEqual([completed]);
  }
  await rm(folder, { recursive: true });
});
