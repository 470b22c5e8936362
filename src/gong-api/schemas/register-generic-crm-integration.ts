import { z } from "zod";
import type { Int64 } from "../wire-json.ts";
import { emailAddress } from "../wire-types.ts";

/** The body of `PUT /v2/crm/integrations`. */
export const registerGenericCrmIntegrationRequest = z.object({ ownerEmail: emailAddress, name: z.string().min(1) });
export type RegisterGenericCrmIntegrationRequest = z.infer<typeof registerGenericCrmIntegrationRequest>;

export interface RegisterGenericCrmIntegrationResponse {
  /** A 64-bit number. */
  readonly integrationId: Int64;
}
