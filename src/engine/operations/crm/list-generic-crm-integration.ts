import type { GongApi } from "../../../gong-api/gong-api.ts";
import { int64 } from "../../../gong-api/wire-json.ts";
import { type CrmParts, requireCompany } from "./crm-integration.ts";

export function listGenericCrmIntegration(parts: CrmParts): GongApi["listGenericCrmIntegration"] {
  return async () => {
    requireCompany(parts);
    const active = await parts.crm.integrations.active();
    if (!active) return { integrations: [] };
    const { id, ownerEmail, name } = active;
    return { integrations: [{ integrationId: int64(id), ownerEmail: ownerEmail ?? null, name }] };
  };
}
