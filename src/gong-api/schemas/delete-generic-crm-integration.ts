import { z } from "zod";
import { clientRequestId, integrationId } from "./crm-request-fields.ts";

/** The query of `DELETE /v2/crm/integrations`. */
export const deleteGenericCrmIntegrationRequest = z.object({ integrationId, clientRequestId });
export type DeleteGenericCrmIntegrationRequest = z.infer<typeof deleteGenericCrmIntegrationRequest>;

/** What is done in the background; `GET /v2/crm/request-status` says how far it is. */
export interface AcceptedCrmRequest {
  readonly clientRequestId: string;
}
