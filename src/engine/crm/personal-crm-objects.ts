import { holdsPerson, mentionsPerson, withoutPerson } from "../../calls/crm/crm-addresses.ts";
import { accountIdOf } from "../../calls/crm/crm-association.ts";
import type { CrmFields, CrmObjectType } from "../../calls/crm/crm-object.ts";
import type { Person } from "../../calls/personal-data.ts";
import type { SqlConnection } from "../database/sql-connection.ts";
import type { PersonalCrmObject } from "./crm-objects.ts";
import { type CrmObjectRow, OBJECT_COLUMNS, readFields, rowToObject } from "./crm-rows.ts";

type PersonalRow = CrmObjectRow & { readonly integrationId: string; readonly integrationKey: number };

type HoldingRow = PersonalRow & Pick<PersonalCrmObject, "isOfPerson">;

interface VersionRow {
  readonly modifiedMs: number;
  readonly fields: string;
}

const ofPeople: readonly CrmObjectType[] = ["CONTACT", "LEAD", "BUSINESS_USER"];

export function findPersonalObjects(connection: SqlConnection, person: Person): readonly PersonalCrmObject[] {
  return holding(connection, person).map((row) => ({
    ...rowToObject(row),
    integrationId: row.integrationId,
    isOfPerson: row.isOfPerson,
  }));
}

/** @returns how many objects changed */
export function removePersonalObjects(connection: SqlConnection, person: Person): number {
  const rows = holding(connection, person);
  for (const row of rows) {
    if (row.isOfPerson) remove(connection, row);
    else takeOut(connection, row, person);
  }
  return rows.length;
}

/** An address may have left an object with the field it was in; what still holds it is told by the values themselves. */
function holding(connection: SqlConnection, person: Person): readonly HoldingRow[] {
  const sql = `SELECT ${OBJECT_COLUMNS}, i.id AS integrationId, i.key AS integrationKey FROM crm_addresses a
    JOIN crm_objects o ON o.key = a.object_key JOIN crm_integrations i ON i.key = o.integration_key
    WHERE a.kind = ? AND a.value = ? ORDER BY o.key`;
  const rows = connection.all<PersonalRow>(sql, addressOf(person));
  return rows.flatMap((row) => {
    const ever = [{ objectId: row.objectId }, readFields(row.fields), ...versions(connection, row).map(fieldsOf)];
    if (!ever.some((fields) => mentionsPerson(fields, person))) return [];
    return [{ ...row, isOfPerson: isOfPerson(row, ever, person) }];
  });
}

function addressOf(person: Person): [string, string] {
  return person.by === "email" ? ["email", person.emailAddress] : ["phone", person.digits];
}

/** What mentions somebody in a longer text is not about them. */
function isOfPerson({ type, objectId }: PersonalRow, ever: readonly CrmFields[], person: Person): boolean {
  if (holdsPerson({ objectId }, person)) return true;
  return ofPeople.includes(type) && ever.some((fields) => holdsPerson(fields, person));
}

function versions(connection: SqlConnection, { key }: PersonalRow): readonly VersionRow[] {
  return connection.all("SELECT modified_ms AS modifiedMs, fields FROM crm_versions WHERE object_key = ?", [key]);
}

function fieldsOf({ fields }: VersionRow): CrmFields {
  return readFields(fields);
}

function remove(connection: SqlConnection, { key, type, objectId, integrationKey }: PersonalRow): void {
  connection.run("DELETE FROM crm_links WHERE integration_key = ? AND object_type = ? AND object_id = ?", [
    integrationKey,
    type,
    objectId,
  ]);
  connection.run("DELETE FROM crm_objects WHERE key = ?", [key]);
}

function takeOut(connection: SqlConnection, row: PersonalRow, person: Person): void {
  for (const version of versions(connection, row)) {
    connection.run("UPDATE crm_versions SET fields = ? WHERE object_key = ? AND modified_ms = ?", [
      JSON.stringify(withoutPerson(fieldsOf(version), person)),
      row.key,
      version.modifiedMs,
    ]);
  }
  if (row.fields !== null) {
    const fields = withoutPerson(readFields(row.fields), person);
    connection.run("UPDATE crm_objects SET fields = ?, account_id = ? WHERE key = ?", [
      JSON.stringify(fields),
      accountIdOf(row.type, fields) ?? null,
      row.key,
    ]);
  }
  connection.run("DELETE FROM crm_addresses WHERE kind = ? AND value = ? AND object_key = ?", [
    ...addressOf(person),
    row.key,
  ]);
}
