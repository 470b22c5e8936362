import { type Call, callDurationMs } from "../../calls/call.ts";
import type { SqlConnection } from "../database/sql-connection.ts";
import { callToRow } from "./call-record.ts";

/** A call of another server's, written where it is new and written over where it is known. @returns the key of its row */
export function putImportedCall(connection: SqlConnection, call: Call): number {
  const { record, processing } = callToRow(call);
  const durationMs = callDurationMs(call) ?? null;
  const known = connection.get<{ key: number }>("SELECT key FROM calls WHERE id = ?", [call.id]);
  const clientUniqueId = freeClientUniqueId(connection, call);
  if (known === undefined) {
    connection.run(
      `INSERT INTO calls(id, workspace_id, client_unique_id, status, duration_ms, record, processing, media)
       VALUES (?, ?, ?, ?, ?, ?, ?, NULL)`,
      [call.id, call.workspaceId, clientUniqueId, call.processing.status, durationMs, record, processing],
    );
    return connection.get<{ key: number }>("SELECT key FROM calls WHERE id = ?", [call.id])?.key ?? 0;
  }
  connection.run(
    `UPDATE calls SET workspace_id = ?, client_unique_id = ?, record = ?, duration_ms = coalesce(media -> '$.audio.durationMs', ?) WHERE key = ?`,
    [call.workspaceId, clientUniqueId, record, durationMs, known.key],
  );
  connection.run(
    `UPDATE visible_calls SET (workspace_id, primary_user_id, started_ms, scheduled_ms) =
       (SELECT workspace_id, primary_user_id, started_ms, scheduled_ms FROM calls_to_show WHERE call_id = ?) WHERE call_id = ?`,
    [call.id, call.id],
  );
  return known.key;
}

/** A tenant may hold two calls of one client unique id, and both are to be had; answers show what was sent. */
function freeClientUniqueId(connection: SqlConnection, call: Call): string {
  const taken = connection.get("SELECT 1 FROM calls WHERE client_unique_id = ? AND workspace_id = ? AND id <> ?", [
    call.clientUniqueId,
    call.workspaceId,
    call.id,
  ]);
  return taken === undefined ? call.clientUniqueId : `${call.clientUniqueId} (call ${call.id})`;
}
