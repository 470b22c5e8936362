import type { GongApi } from "../../../gong-api/gong-api.ts";
import { int64 } from "../../../gong-api/wire-json.ts";
import { wireError } from "../../../gong-api/wire-errors.ts";
import { type CrmParts, requireCompany } from "./crm-integration.ts";

export function registerGenericCrmIntegration(parts: CrmParts): GongApi["registerGenericCrmIntegration"] {
  return async ({ ownerEmail, name }) => {
    requireCompany(parts);
    const id = parts.makeId<string>();
    const isNew = await parts.database.transact((transaction) =>
      parts.crm.integrations.add({ id, name, ownerEmail }, parts.clock(), transaction),
    );
    if (!isNew) throw wireError("crm-integration-exists");
    return { integrationId: int64(id) };
  };
}
