import type { CrmContextField } from "./crm-context.ts";
import { type CrmField, type CrmFields, type CrmObjectType, textField } from "./crm-object.ts";

/** What an object's context needs beside its own fields. */
export interface ContextFieldParts {
  /** The CRM's own fields of this kind of object. */
  readonly ownFields: readonly CrmField[];
  readonly stageName: (stageId: string) => string;
}

/**
 * An object's fields as a call's context shows them. Gong: accounts have Name, Website, Industry, deals Name, LeadSource, Type, StageName,
 * Probability, Amount, CloseDate, and all the CRM's own fields; what was not sent is not there, an own field without a value is null.
 */
export function contextFields(
  type: CrmObjectType,
  fields: CrmFields,
  { ownFields, stageName }: ContextFieldParts,
): readonly CrmContextField[] {
  const shown = new Map<string, unknown>();
  for (const [name, value] of Object.entries(namedFields(type, fields, stageName))) {
    if (value !== undefined) shown.set(name, value);
  }
  for (const { uniqueName } of ownFields) shown.set(uniqueName, fields[uniqueName] ?? null);
  return [...shown].map(([name, value]) => ({ name, value }));
}

function namedFields(
  type: CrmObjectType,
  fields: CrmFields,
  stageName: ContextFieldParts["stageName"],
): Readonly<Record<string, unknown>> {
  switch (type) {
    case "ACCOUNT":
      return { Name: fields["name"], Website: firstOf(fields["domains"]) };
    case "DEAL": {
      const stage = textField(fields, "stage");
      const { name: Name, amount: Amount, closeDate: CloseDate } = fields;
      return { Name, StageName: stage === undefined ? undefined : stageName(stage), Amount, CloseDate };
    }
    case "STAGE":
      return { Name: fields["name"] };
    case "CONTACT":
    case "LEAD":
    case "BUSINESS_USER": {
      const { firstName, lastName, title: Title, emailAddress: Email, phoneNumber: Phone } = fields;
      const name = [firstName, lastName].filter((part) => typeof part === "string").join(" ");
      return { Name: name === "" ? undefined : name, Title, Email, Phone };
    }
  }
}

function firstOf(value: unknown): unknown {
  return Array.isArray(value) ? (value as unknown[])[0] : undefined; // any item of a JSON array
}
