import type { GongApi } from "../../../gong-api/gong-api.ts";
import { wireError } from "../../../gong-api/wire-errors.ts";
import { type CrmParts, requireIntegration } from "./crm-integration.ts";

/** Out of use at once; its objects go in the background. */
export function deleteGenericCrmIntegration(parts: CrmParts): GongApi["deleteGenericCrmIntegration"] {
  return async ({ integrationId, clientRequestId }) => {
    const { requests, integrations } = parts.crm;
    if (await requests.get(integrationId, clientRequestId)) throw wireError("client-request-id-used");
    await requireIntegration(parts, integrationId);
    const request = {
      integrationId,
      clientRequestId,
      work: { kind: "delete-integration" },
      createdMs: parts.clock(),
    } as const;
    await parts.database.transact(async (transaction) => {
      if (!(await requests.add(request, transaction))) throw wireError("client-request-id-used");
      if (await integrations.retire(integrationId, transaction)) return;
      throw wireError("crm-integration-not-found", integrationId);
    });
    return { clientRequestId };
  };
}
