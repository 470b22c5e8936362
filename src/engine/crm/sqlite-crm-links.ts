import type { HandLink } from "../../calls/crm/crm-association.ts";
import type { CrmObjectType } from "../../calls/crm/crm-object.ts";
import type { CallId } from "../../calls/ids.ts";
import { connectionOf, type SqliteDatabase } from "../database/sqlite-database.ts";
import type { SqlConnection } from "../database/sql-connection.ts";
import type { Transaction } from "../database/transaction.ts";
import type { CrmLinks } from "./crm-links.ts";

interface LinkRow {
  readonly callId: CallId;
  readonly type: CrmObjectType;
  readonly objectId: string;
  readonly partyId: string | null;
}

export class SqliteCrmLinks implements CrmLinks {
  readonly #reader: SqlConnection;

  constructor(database: SqliteDatabase) {
    this.#reader = database.reader;
  }

  async of(integrationKey: number, callIds: readonly CallId[]): Promise<ReadonlyMap<CallId, readonly HandLink[]>> {
    const sql = `SELECT c.id AS callId, l.object_type AS type, l.object_id AS objectId, l.party_id AS partyId
      FROM json_each(?) wanted CROSS JOIN calls c ON c.id = wanted.value CROSS JOIN crm_links l ON l.call_key = c.key
      WHERE l.integration_key = ? ORDER BY l.rowid`;
    const rows = this.#reader.all<LinkRow>(sql, [JSON.stringify(callIds), integrationKey]);
    const byCall = Map.groupBy(rows, ({ callId }) => callId);
    return new Map(
      [...byCall].map(([callId, ofCall]) => [
        callId,
        ofCall.map(({ type, objectId, partyId }) => ({ type, objectId, partyId: partyId ?? undefined })),
      ]),
    );
  }

  async set(
    callId: CallId,
    integrationKey: number,
    links: readonly HandLink[],
    transaction: Transaction,
  ): Promise<void> {
    const connection = connectionOf(transaction);
    const sql = `INSERT INTO crm_links(call_key, integration_key, object_type, object_id, party_id)
      SELECT key, ?, ?, ?, ? FROM calls WHERE id = ?`;
    connection.run("DELETE FROM crm_links WHERE call_key = (SELECT key FROM calls WHERE id = ?)", [callId]);
    for (const { type, objectId, partyId } of links) {
      connection.run(sql, [integrationKey, type, objectId, partyId ?? null, callId]);
    }
  }
}
