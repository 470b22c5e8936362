import { InvalidInputError } from "../../../calls/errors.ts";
import type { GongApi } from "../../../gong-api/gong-api.ts";
import type { UploadCrmSchemaFieldRequest } from "../../../gong-api/schemas/upload-crm-schema-field.ts";
import { wireError } from "../../../gong-api/wire-errors.ts";
import { type CrmParts, requireIntegration } from "./crm-integration.ts";

/** Gong: the whole list each time; a field that is left out must be deleted by saying so. */
export function uploadCrmSchemaField(parts: CrmParts): GongApi["uploadCrmSchemaField"] {
  return async ({ integrationId, objectType, body }) => {
    const integration = await requireIntegration(parts, integrationId);
    refuseRepeated(body);
    const kept = body.flatMap(({ isDeleted, ...field }) => (isDeleted ? [] : [field]));
    await parts.database.transact(async (transaction) => {
      const { integrations } = parts.crm;
      if ((await integrations.active(transaction))?.key !== integration.key) {
        throw wireError("crm-integration-not-found", integrationId);
      }
      const before = (await integrations.fields(integration.key, transaction)).get(objectType) ?? [];
      const named = new Set(body.map(({ uniqueName }) => uniqueName));
      const missing = before.flatMap(({ uniqueName }) => (named.has(uniqueName) ? [] : [uniqueName]));
      if (missing.length > 0) throw wireError("crm-fields-missing", missing.join(", "));
      await integrations.setFields(integration.key, objectType, kept, transaction);
    });
    return {};
  };
}

function refuseRepeated(fields: UploadCrmSchemaFieldRequest["body"]): void {
  const seen = new Set<string>();
  const problems = fields.flatMap(({ uniqueName: name }, index) => {
    if (!seen.has(name)) {
      seen.add(name);
      return [];
    }
    return [{ parameter: `body[${index}].uniqueName`, message: `"${name}" is there twice; name each field once` }];
  });
  if (problems.length > 0) throw new InvalidInputError(problems);
}
