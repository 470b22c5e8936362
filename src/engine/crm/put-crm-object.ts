import { crmAddresses } from "../../calls/crm/crm-addresses.ts";
import { accountIdOf } from "../../calls/crm/crm-association.ts";
import type { CrmRecord } from "../../calls/crm/crm-object.ts";
import type { SqlConnection } from "../database/sql-connection.ts";
import type { PutOptions } from "./crm-objects.ts";

interface StoredRow {
  readonly key: number;
  readonly modifiedMs: number;
  readonly fields: string | null;
}

const SELECT = `SELECT key, modified_ms AS modifiedMs, fields FROM crm_objects
  WHERE integration_key = ? AND object_type = ? AND object_id = ?`;
const INSERT = `INSERT INTO crm_objects(integration_key, object_type, object_id, modified_ms, account_id, fields)
  VALUES (?, ?, ?, ?, ?, ?) RETURNING key`;
const UPDATE = "UPDATE crm_objects SET modified_ms = ?, account_id = ?, fields = ? WHERE key = ?";
const KEEP_VERSION = "INSERT OR REPLACE INTO crm_versions(object_key, modified_ms, fields) VALUES (?, ?, ?)";
const ADD_ADDRESS = "INSERT INTO crm_addresses(kind, value, object_key, is_own) VALUES (?, ?, ?, ?)";

/** Writes one object: as what it is, as what it was, or as deleted. */
export function putCrmObject(connection: SqlConnection, record: CrmRecord, options: PutOptions): void {
  const { integrationKey, type } = options;
  const stored = connection.get<StoredRow>(SELECT, [integrationKey, type, record.objectId]);
  if (stored === undefined) insert(connection, record, options);
  else if (record.modifiedMs < stored.modifiedMs) addToHistory(connection, stored, record, options);
  else replace(connection, stored, record, options);
}

function insert(connection: SqlConnection, record: CrmRecord, options: PutOptions): void {
  const { key } = connection.get<{ key: number }>(INSERT, [
    options.integrationKey,
    options.type,
    record.objectId,
    record.modifiedMs,
    ...contentOf(record, options),
  ]) ?? { key: 0 };
  addAddresses(connection, key, record, options);
}

function replace(connection: SqlConnection, stored: StoredRow, record: CrmRecord, options: PutOptions): void {
  if (record.isDeleted) {
    forget(connection, stored, record, options);
  } else if (stored.fields !== null && record.modifiedMs > stored.modifiedMs) {
    connection.run(KEEP_VERSION, [stored.key, stored.modifiedMs, stored.fields]);
  }
  connection.run(UPDATE, [record.modifiedMs, ...contentOf(record, options), stored.key]);
  connection.run("UPDATE crm_addresses SET is_own = 0 WHERE object_key = ? AND is_own = 1", [stored.key]);
  addAddresses(connection, stored.key, record, options);
}

function contentOf(record: CrmRecord, { type }: PutOptions): readonly [string | null, string | null] {
  if (record.isDeleted) return [null, null];
  return [accountIdOf(type, record.fields) ?? null, JSON.stringify(record.fields)];
}

/** What is left is the name, so that an older version does not bring the object back. */
function forget(connection: SqlConnection, stored: StoredRow, record: CrmRecord, options: PutOptions): void {
  connection.run("DELETE FROM crm_versions WHERE object_key = ?", [stored.key]);
  connection.run("DELETE FROM crm_addresses WHERE object_key = ?", [stored.key]);
  connection.run("DELETE FROM crm_links WHERE integration_key = ? AND object_type = ? AND object_id = ?", [
    options.integrationKey,
    options.type,
    record.objectId,
  ]);
}

/** Nothing of an object that was deleted since. */
function addToHistory(connection: SqlConnection, stored: StoredRow, record: CrmRecord, options: PutOptions): void {
  if (stored.fields === null || record.isDeleted) return;
  connection.run(KEEP_VERSION, [stored.key, record.modifiedMs, JSON.stringify(record.fields)]);
  addAddresses(connection, stored.key, record, options, "DO NOTHING");
}

function addAddresses(
  connection: SqlConnection,
  key: number,
  { objectId, fields }: CrmRecord,
  { type, ownFields }: PutOptions,
  onConflict: "DO NOTHING" | "DO UPDATE SET is_own = excluded.is_own" = "DO UPDATE SET is_own = excluded.is_own",
): void {
  for (const { kind, value, isOwn } of crmAddresses(type, objectId, fields, ownFields)) {
    const isOwnNow = isOwn && onConflict !== "DO NOTHING";
    connection.run(`${ADD_ADDRESS} ON CONFLICT(kind, value, object_key) ${onConflict}`, [
      kind,
      value,
      key,
      isOwnNow ? 1 : 0,
    ]);
  }
}
