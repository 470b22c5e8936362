import type { CrmField, DescribedCrmType } from "../../calls/crm/crm-object.ts";
import { standardFields } from "../../calls/crm/crm-standard-fields.ts";
import { connectionOf, type SqliteDatabase } from "../database/sqlite-database.ts";
import type { SqlConnection } from "../database/sql-connection.ts";
import type { Transaction } from "../database/transaction.ts";
import type { CrmIntegration, CrmIntegrations } from "./crm-integrations.ts";

interface IntegrationRow {
  readonly key: number;
  readonly id: string;
  readonly name: string;
  readonly ownerEmail: string | null;
}

interface FieldRow {
  readonly type: DescribedCrmType;
  readonly definition: string;
}

const SELECT = "SELECT key, id, name, owner_email AS ownerEmail FROM crm_integrations";
const FIELDS =
  "SELECT object_type AS type, definition FROM crm_fields WHERE integration_key = ? ORDER BY object_type, position";

export class SqliteCrmIntegrations implements CrmIntegrations {
  readonly #reader: SqlConnection;

  constructor(database: SqliteDatabase) {
    this.#reader = database.reader;
  }

  async active(transaction?: Transaction): Promise<CrmIntegration | undefined> {
    const row = this.#connection(transaction).get<IntegrationRow>(`${SELECT} WHERE is_active = 1`);
    return row && { ...row, ownerEmail: row.ownerEmail ?? undefined };
  }

  async add(
    { id, name, ownerEmail }: Omit<CrmIntegration, "key">,
    createdMs: number,
    transaction: Transaction,
  ): Promise<boolean> {
    const sql = `INSERT INTO crm_integrations(id, name, owner_email, created_ms, is_active) VALUES (?, ?, ?, ?, 1)
      ON CONFLICT DO NOTHING`;
    return connectionOf(transaction).run(sql, [id, name, ownerEmail ?? null, createdMs]) > 0;
  }

  async retire(id: string, transaction: Transaction): Promise<boolean> {
    const sql = "UPDATE crm_integrations SET is_active = 0 WHERE id = ? AND is_active = 1";
    return connectionOf(transaction).run(sql, [id]) > 0;
  }

  async removeSome(id: string, maxObjects: number, transaction: Transaction) {
    const connection = connectionOf(transaction);
    const sql = `DELETE FROM crm_objects WHERE key IN (SELECT o.key FROM crm_objects o
      JOIN crm_integrations i ON i.key = o.integration_key WHERE i.id = ? AND i.is_active = 0 LIMIT ?)`;
    const removedCount = connection.run(sql, [id, maxObjects]);
    const isGone = removedCount < maxObjects;
    if (isGone) connection.run("DELETE FROM crm_integrations WHERE id = ? AND is_active = 0", [id]);
    return { removedCount, isGone };
  }

  async forgetOwner(isOwner: (ownerEmail: string) => boolean, transaction: Transaction): Promise<number> {
    const connection = connectionOf(transaction);
    const all = connection.all<IntegrationRow>(SELECT);
    const owned = all.filter(({ ownerEmail }) => ownerEmail !== null && isOwner(ownerEmail));
    for (const { key } of owned) {
      connection.run("UPDATE crm_integrations SET owner_email = NULL WHERE key = ?", [key]);
    }
    return owned.length;
  }

  async fields(
    integrationKey: number,
    transaction?: Transaction,
  ): Promise<ReadonlyMap<DescribedCrmType, readonly CrmField[]>> {
    return readFields(this.#connection(transaction), integrationKey);
  }

  async setFields(
    integrationKey: number,
    type: DescribedCrmType,
    fields: readonly CrmField[],
    transaction: Transaction,
  ): Promise<void> {
    const connection = connectionOf(transaction);
    const afterwards = new Map(fields.map((field) => [field.uniqueName, field]));
    for (const before of readFields(connection, integrationKey).get(type) ?? []) {
      const after = afterwards.get(before.uniqueName);
      const isStandard = standardFields[type].some(({ name }) => name === before.uniqueName);
      if (after?.type !== before.type && !isStandard) removeValues(connection, integrationKey, type, before.uniqueName);
    }
    connection.run("DELETE FROM crm_fields WHERE integration_key = ? AND object_type = ?", [integrationKey, type]);
    const sql =
      "INSERT INTO crm_fields(integration_key, object_type, position, unique_name, definition) VALUES (?, ?, ?, ?, ?)";
    for (const [position, field] of fields.entries()) {
      connection.run(sql, [integrationKey, type, position, field.uniqueName, JSON.stringify(field)]);
    }
  }

  #connection(transaction: Transaction | undefined): SqlConnection {
    return transaction ? connectionOf(transaction) : this.#reader;
  }
}

function readFields(connection: SqlConnection, integrationKey: number): ReadonlyMap<DescribedCrmType, CrmField[]> {
  const rows = connection.all<FieldRow>(FIELDS, [integrationKey]);
  const byType = Map.groupBy(rows, ({ type }) => type);
  return new Map(
    [...byType].map(([type, ofType]) => [
      type,
      ofType.map(({ definition }) => JSON.parse(definition) as CrmField), // written by setFields
    ]),
  );
}

function removeValues(connection: SqlConnection, integrationKey: number, type: DescribedCrmType, name: string): void {
  const path = `$."${name}"`;
  connection.run(
    `UPDATE crm_objects SET fields = json_remove(fields, ?)
     WHERE integration_key = ? AND object_type = ? AND json_type(fields, ?) IS NOT NULL`,
    [path, integrationKey, type, path],
  );
  connection.run(
    `UPDATE crm_versions SET fields = json_remove(fields, ?) WHERE json_type(fields, ?) IS NOT NULL
     AND object_key IN (SELECT key FROM crm_objects WHERE integration_key = ? AND object_type = ?)`,
    [path, path, integrationKey, type],
  );
}
