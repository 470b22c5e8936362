import { type CrmField, describedCrmTypes } from "../../../calls/crm/crm-object.ts";
import type { GongApi } from "../../../gong-api/gong-api.ts";
import type { SelectedField } from "../../../gong-api/schemas/list-crm-schema-fields.ts";
import { type CrmParts, requireIntegration } from "./crm-integration.ts";

export function listCrmSchemaFields(parts: CrmParts): GongApi["listCrmSchemaFields"] {
  return async ({ integrationId, objectType }) => {
    const integration = await requireIntegration(parts, integrationId);
    const fields = await parts.crm.integrations.fields(integration.key);
    const types = objectType === undefined ? describedCrmTypes : [objectType];
    return {
      objectTypeToSelectedFields: Object.fromEntries(
        types.map((type) => [type, (fields.get(type) ?? []).map(presentField)]),
      ),
    };
  };
}

function presentField({
  uniqueName,
  label,
  type,
  lastModified,
  referenceTo,
  orderedValueList,
}: CrmField): SelectedField {
  return {
    uniqueName,
    label,
    type,
    lastModified: lastModified ?? null,
    isDeleted: false,
    referenceTo: referenceTo ?? null,
    orderedValueList: orderedValueList ?? null,
  };
}
