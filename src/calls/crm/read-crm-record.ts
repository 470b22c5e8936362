import type { CrmField, CrmObjectType, CrmRecord } from "./crm-object.ts";
import { standardFields, type StandardField } from "./crm-standard-fields.ts";
import { isEmailAddress, valueProblem } from "./crm-value-types.ts";
import { parseZonedTime } from "../time.ts";

/** An object, or what is wrong with the line it was read from, as one sentence. */
export type ReadCrmRecord = { readonly record: CrmRecord } | { readonly problem: string };

export interface CrmRecordRules {
  readonly type: CrmObjectType;
  /** The CRM's own fields of this kind. */
  readonly ownFields: readonly CrmField[];
  /** Of an object that does not say when it was modified. */
  readonly defaultModifiedMs: number;
}

const MAX_OBJECT_ID_LENGTH = 64;

/** Reads objects of one kind. A member that no field is known for is passed over, a null is no value. */
export function crmRecordReader({
  type,
  ownFields,
  defaultModifiedMs,
}: CrmRecordRules): (line: unknown) => ReadCrmRecord {
  const standard = standardFields[type];
  const own = ownFields.filter(({ uniqueName }) => !standard.some(({ name }) => name === uniqueName));
  return (line) => {
    if (typeof line !== "object" || line === null || Array.isArray(line))
      return { problem: "Line is not a JSON object" };
    const given: Readonly<Record<string, unknown>> = Object.fromEntries(Object.entries(line));
    const isDeleted = given["isDeleted"] === true;
    const problems = [
      ...objectIdProblem(given["objectId"]),
      ...problemOf("isDeleted", { type: "BOOLEAN" }, given["isDeleted"]),
      ...standard.flatMap((field) => standardProblem(field, given[field.name], isDeleted)),
      ...own.flatMap((field) => problemOf(field.uniqueName, field, given[field.uniqueName])),
    ];
    if (problems.length > 0) return { problem: problems.join("; ") };
    const objectId = String(given["objectId"]);
    const modified = given["modifiedDate"];
    const modifiedMs = typeof modified === "string" ? parseZonedTime(modified)?.epochMs : undefined;
    const fields = isDeleted ? {} : fieldsOf(given, objectId, standard, own);
    return { record: { objectId, isDeleted, modifiedMs: modifiedMs ?? defaultModifiedMs, fields } };
  };
}

function fieldsOf(
  given: Readonly<Record<string, unknown>>,
  objectId: string,
  standard: readonly StandardField[],
  own: readonly CrmField[],
): Readonly<Record<string, unknown>> {
  const named = [
    ...standard.map(
      ({ name, standsFor }) => [name, isAbsent(given[name]) ? standsFor?.(objectId) : given[name]] as const,
    ),
    ...own.map(({ uniqueName }) => [uniqueName, given[uniqueName]] as const),
  ];
  return Object.fromEntries(named.filter(([, value]) => !isAbsent(value)));
}

function standardProblem(field: StandardField, value: unknown, isDeleted: boolean): string[] {
  const { name, isMandatory, oneOf } = field;
  if (isAbsent(value) && (isMandatory === "always" || (isMandatory === "unless-deleted" && !isDeleted))) {
    return [missing(name)];
  }
  const problems = problemOf(name, field, value);
  if (problems.length === 0 && oneOf && !isAbsent(value) && !oneOf.includes(String(value))) {
    return [`Field [${name}] must be one of ${oneOf.join(", ")}`];
  }
  return problems;
}

function problemOf(name: string, field: Pick<CrmField, "type" | "orderedValueList">, value: unknown): string[] {
  if (isAbsent(value)) return [];
  const problem = valueProblem(field, value);
  return problem === undefined ? [] : [`Field [${name}] ${problem}`];
}

/** Gong: its own examples have underscores, which its text does not name. */
function objectIdProblem(value: unknown): string[] {
  if (isAbsent(value)) return [missing("objectId")];
  const fits =
    typeof value === "string" &&
    value.length <= MAX_OBJECT_ID_LENGTH &&
    (/^[A-Za-z0-9_-]+$/.test(value) || isEmailAddress(value));
  if (fits) return [];
  return [
    `Field [objectId] must be a string of at most ${MAX_OBJECT_ID_LENGTH} letters, digits, dashes and underscores, or an e-mail address`,
  ];
}

/** Gong's sentence. */
function missing(name: string): string {
  return `Mandatory field [${name}] is missing or empty`;
}

function isAbsent(value: unknown): boolean {
  return value === undefined || value === null || value === "";
}
