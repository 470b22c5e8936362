import type { GongApi } from "../../../gong-api/gong-api.ts";
import { type CrmParts, requireIntegration } from "./crm-integration.ts";

export function getCrmObjects(parts: CrmParts): GongApi["getCrmObjects"] {
  return async ({ integrationId, objectType: type, objectIds }) => {
    const { key } = await requireIntegration(parts, integrationId);
    const names = objectIds.map((objectId) => ({ type, objectId }));
    const objects = new Map((await parts.crm.objects.getMany(key, names)).map((object) => [object.objectId, object]));
    return {
      crmObjectsMap: Object.fromEntries(
        objectIds.map((objectId) => {
          const object = objects.get(objectId);
          return [objectId, object ? { objectId, ...object.fields } : null];
        }),
      ),
    };
  };
}
