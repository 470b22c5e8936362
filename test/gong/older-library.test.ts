import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import BetterSqlite3 from "better-sqlite3";
import { expect, it } from "vitest";
import type { Call } from "../../src/calls/call.ts";
import { asId, type UserId } from "../../src/calls/ids.ts";
import { initialSchema } from "../../src/engine/database/migrations/0001-initial.ts";
import { SqliteDatabase } from "../../src/engine/database/sqlite-database.ts";
import { callToRow } from "../../src/engine/store/call-record.ts";
import { SqliteCallList } from "../../src/engine/store/sqlite-call-list.ts";
import { SqliteUserStats } from "../../src/engine/store/sqlite-user-stats.ts";
import { makeAnalysis, makeCall, makeParty, MONDAY_MS } from "../contracts/sample-calls.ts";

/** What marks a file as a library. */
const APPLICATION_ID = 0x54_61_6d_74;

/** A file of the first schema. */
function writeOldLibrary(file: string, calls: readonly Call[]): void {
  const database = new BetterSqlite3(file);
  database.exec(`${initialSchema}; PRAGMA user_version = 1; PRAGMA application_id = ${APPLICATION_ID};`);
  const insert = database.prepare(
    "INSERT INTO calls(id, workspace_id, client_unique_id, status, record, processing) VALUES (?, ?, ?, ?, ?, ?)",
  );
  const analyse = database.prepare("INSERT INTO analyses(call_key, analysis) SELECT key, ? FROM calls WHERE id = ?");
  for (const call of calls) {
    const { record, processing } = callToRow(call);
    insert.run(call.id, call.workspaceId, call.clientUniqueId, call.processing.status, record, processing);
    analyse.run(JSON.stringify(makeAnalysis()), call.id);
  }
  database.close();
}

it("shows and counts the completed calls of a library that is older than Gong's paths", async () => {
  const folder = await mkdtemp(join(tmpdir(), "tamtam-older-"));
  const file = join(folder, "tamtam.db");
  const primaryUserId = asId<UserId>("501");
  const parties = [makeParty({ userId: primaryUserId }), makeParty({ userId: asId("502") })];
  const completed = makeCall({ primaryUserId, parties, processing: { status: "Completed", warnings: [] } });
  writeOldLibrary(file, [makeCall(), completed]);
  {
    await using database = await SqliteDatabase.open(file);
    const page = await new SqliteCallList(database).list({ by: "start", pageSize: 100 });
    expect(page.calls).toEqual([completed]);
    const span = { fromMs: MONDAY_MS, toMs: MONDAY_MS + 1 };
    const userIds = [primaryUserId, asId<UserId>("502")];
    expect(await new SqliteUserStats(database).listCalls({ userIds, spans: [span] })).toEqual([
      { userId: "501", spanIndex: 0, callId: completed.id, isHost: true },
      { userId: "502", spanIndex: 0, callId: completed.id, isHost: false },
    ]);
    expect((await new SqliteUserStats(database).averages({ userIds, span })).get(primaryUserId)).toEqual(
      makeAnalysis().interactionStats,
    );
  }
  await rm(folder, { recursive: true });
});
