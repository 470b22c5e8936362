import type { GongApi } from "../../../gong-api/gong-api.ts";
import { wireError } from "../../../gong-api/wire-errors.ts";
import { type CrmParts, requireCompany } from "./crm-integration.ts";

/** Of an integration that is gone, too: that is how one learns that it is. */
export function getRequestStatus(parts: CrmParts): GongApi["getRequestStatus"] {
  return async ({ integrationId, clientRequestId }) => {
    requireCompany(parts);
    const request = await parts.crm.requests.get(integrationId, clientRequestId);
    if (!request) throw wireError("crm-request-not-found", clientRequestId);
    const { status, errors, errorCount, successCount } = request;
    return { status, errors, totalErrorCount: errorCount, totalSuccessCount: successCount };
  };
}
