import { z } from "zod";
import type { Int64 } from "../wire-json.ts";

/** `GET /v2/crm/integrations` takes nothing. */
export const listGenericCrmIntegrationRequest = z.object({});
export type ListGenericCrmIntegrationRequest = z.infer<typeof listGenericCrmIntegrationRequest>;

export interface ListGenericCrmIntegrationResponse {
  /** One at most. */
  readonly integrations: readonly {
    /** A 64-bit number. */
    readonly integrationId: Int64;
    /** `null` once the owner's data was erased. */
    readonly ownerEmail: string | null;
    readonly name: string;
  }[];
}
