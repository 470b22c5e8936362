import type { CrmAddress } from "../../calls/crm/crm-addresses.ts";
import type { KnownCrmObject } from "../../calls/crm/crm-association.ts";
import type { CrmFields, CrmRecord, TypedCrmRecord } from "../../calls/crm/crm-object.ts";
import type { Person } from "../../calls/personal-data.ts";
import { setImmediate as nextTick } from "node:timers/promises";
import { connectionOf, type SqliteDatabase } from "../database/sqlite-database.ts";
import type { SqlConnection } from "../database/sql-connection.ts";
import type { Transaction } from "../database/transaction.ts";
import type { CrmObjectName, CrmObjects, PersonalCrmObject, PutOptions } from "./crm-objects.ts";
import { type CrmObjectRow, OBJECT_COLUMNS, readFields, rowToObject } from "./crm-rows.ts";
import { findPersonalObjects, removePersonalObjects } from "./personal-crm-objects.ts";
import { putCrmObject } from "./put-crm-object.ts";

interface VersionRow {
  readonly objectKey: number;
  readonly modifiedMs: number;
  readonly fields: string;
}

const SCANNED_AT_ONCE = 500;
const SCANNED = `SELECT ${OBJECT_COLUMNS} FROM crm_objects o WHERE o.integration_key = ? AND o.key > ? ORDER BY o.key
  LIMIT ${SCANNED_AT_ONCE}`;
const VERSIONS = `SELECT v.object_key AS objectKey, v.modified_ms AS modifiedMs, v.fields FROM json_each(?) wanted
  CROSS JOIN crm_versions v ON v.object_key = wanted.value ORDER BY v.object_key, v.modified_ms`;

export class SqliteCrmObjects implements CrmObjects {
  readonly #reader: SqlConnection;

  constructor(database: SqliteDatabase) {
    this.#reader = database.reader;
  }

  async put(records: readonly CrmRecord[], options: PutOptions, transaction: Transaction): Promise<void> {
    const connection = connectionOf(transaction);
    for (const record of records) putCrmObject(connection, record, options);
  }

  async getMany(integrationKey: number, names: readonly CrmObjectName[]): Promise<readonly KnownCrmObject[]> {
    if (names.length === 0) return [];
    const sql = `SELECT ${OBJECT_COLUMNS} FROM json_each(?) wanted CROSS JOIN crm_objects o
      ON o.integration_key = ? AND o.object_type = wanted.value ->> 0 AND o.object_id = wanted.value ->> 1
      WHERE o.fields IS NOT NULL ORDER BY o.key`;
    const wanted = JSON.stringify(names.map(({ type, objectId }) => [type, objectId]));
    return distinct(this.#reader.all<CrmObjectRow>(sql, [wanted, integrationKey])).map(rowToObject);
  }

  async byAddress(integrationKey: number, addresses: readonly CrmAddress[]) {
    if (addresses.length === 0) return [];
    const sql = `SELECT a.kind, a.value, ${OBJECT_COLUMNS} FROM json_each(?) wanted
      CROSS JOIN crm_addresses a ON a.kind = wanted.value ->> 0 AND a.value = wanted.value ->> 1
      CROSS JOIN crm_objects o ON o.key = a.object_key
      WHERE a.is_own = 1 AND o.integration_key = ? AND o.fields IS NOT NULL`;
    const wanted = [...new Set(addresses.map(({ kind, value }) => JSON.stringify([kind, value])))];
    const rows = this.#reader.all<CrmObjectRow & Pick<CrmAddress, "kind" | "value">>(sql, [
      `[${wanted.join(",")}]`,
      integrationKey,
    ]);
    return rows.map((row) => ({
      address: { kind: row.kind, value: row.value, isOwn: true },
      object: rowToObject(row),
    }));
  }

  async dealsOf(integrationKey: number, accountIds: readonly string[]): Promise<readonly KnownCrmObject[]> {
    if (accountIds.length === 0) return [];
    const sql = `SELECT ${OBJECT_COLUMNS} FROM json_each(?) wanted CROSS JOIN crm_objects o
      ON o.integration_key = ? AND o.object_type = 'DEAL' AND o.account_id = wanted.value
      WHERE o.fields IS NOT NULL ORDER BY o.key`;
    const wanted = JSON.stringify([...new Set(accountIds)]);
    return this.#reader.all<CrmObjectRow>(sql, [wanted, integrationKey]).map(rowToObject);
  }

  async fieldsAt(
    moments: readonly { readonly object: KnownCrmObject; readonly ms: number }[],
  ): Promise<readonly (CrmFields | undefined)[]> {
    const earlier = moments.flatMap(({ object, ms }, index) =>
      object.modifiedMs > ms ? [[index, object.key, ms]] : [],
    );
    const found = new Map<number, CrmFields>();
    if (earlier.length > 0) {
      const sql = `SELECT wanted.value ->> 0 AS place, (SELECT v.fields FROM crm_versions v
        WHERE v.object_key = wanted.value ->> 1 AND v.modified_ms <= wanted.value ->> 2
        ORDER BY v.modified_ms DESC LIMIT 1) AS fields FROM json_each(?) wanted`;
      const rows = this.#reader.all<{ place: number; fields: string | null }>(sql, [JSON.stringify(earlier)]);
      for (const { place, fields } of rows) if (fields !== null) found.set(place, readFields(fields));
    }
    return moments.map(({ object, ms }, index) => (object.modifiedMs > ms ? found.get(index) : object.fields));
  }

  async *scan(integrationKey: number): AsyncGenerator<readonly TypedCrmRecord[]> {
    for (let lastKey = 0; ; await nextTick()) {
      const records = this.#reader.snapshot(() => {
        const rows = this.#reader.all<CrmObjectRow>(SCANNED, [integrationKey, lastKey]);
        lastKey = rows.at(-1)?.key ?? lastKey;
        const keys = JSON.stringify(rows.map(({ key }) => key));
        const versions = Map.groupBy(this.#reader.all<VersionRow>(VERSIONS, [keys]), ({ objectKey }) => objectKey);
        return rows.flatMap((row) => recordsOf(row, versions.get(row.key) ?? []));
      });
      if (records.length === 0) return;
      yield records;
    }
  }

  async ofPerson(person: Person): Promise<readonly PersonalCrmObject[]> {
    return findPersonalObjects(this.#reader, person);
  }

  async removePerson(person: Person, transaction: Transaction): Promise<number> {
    return removePersonalObjects(connectionOf(transaction), person);
  }
}

function recordsOf(row: CrmObjectRow, versions: readonly VersionRow[]): readonly TypedCrmRecord[] {
  const { type, objectId, modifiedMs, fields } = row;
  return [
    ...versions.map((version) => ({
      type,
      objectId,
      modifiedMs: version.modifiedMs,
      isDeleted: false,
      fields: readFields(version.fields),
    })),
    { type, objectId, modifiedMs, isDeleted: fields === null, fields: readFields(fields) },
  ];
}

function distinct(rows: readonly CrmObjectRow[]): readonly CrmObjectRow[] {
  return [...new Map(rows.map((row) => [row.key, row])).values()];
}
