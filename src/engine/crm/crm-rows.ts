import type { KnownCrmObject } from "../../calls/crm/crm-association.ts";
import type { CrmFields, CrmObjectType } from "../../calls/crm/crm-object.ts";

export interface CrmObjectRow {
  readonly key: number;
  readonly type: CrmObjectType;
  readonly objectId: string;
  readonly modifiedMs: number;
  readonly fields: string | null;
}

/** Of a table that the statement calls `o`. */
export const OBJECT_COLUMNS =
  "o.key, o.object_type AS type, o.object_id AS objectId, o.modified_ms AS modifiedMs, o.fields";

export function rowToObject({ key, type, objectId, modifiedMs, fields }: CrmObjectRow): KnownCrmObject {
  return { key, type, objectId, modifiedMs, fields: readFields(fields) };
}

/** Deleted objects have none. */
export function readFields(fields: string | null): CrmFields {
  return fields === null ? {} : (JSON.parse(fields) as CrmFields); // an object whenever it was written
}
