import type { IdSource, UserId } from "../../../calls/ids.ts";
import { wireError } from "../../../gong-api/wire-errors.ts";
import type { Crm } from "../../crm/crm.ts";
import type { CrmIntegration } from "../../crm/crm-integrations.ts";
import type { Database } from "../../database/transaction.ts";

/** What the operations on a CRM's data need. */
export interface CrmParts {
  readonly database: Database;
  readonly crm: Crm;
  readonly makeId: IdSource;
  readonly clock: () => number;
  /** Whose eyes the calls are seen with; the company's where there is none. */
  readonly actingUserId?: UserId | undefined;
}

/** @throws WireError for a key that acts for a user: a CRM's data is the company's */
export function requireCompany({ actingUserId }: CrmParts): void {
  if (actingUserId !== undefined) throw wireError("company-key-needed-for-crm");
}

/** @throws WireError when it is not the integration in use */
export async function requireIntegration(parts: CrmParts, integrationId: string): Promise<CrmIntegration> {
  requireCompany(parts);
  const integration = await parts.crm.integrations.active();
  if (integration?.id !== integrationId) throw wireError("crm-integration-not-found", integrationId);
  return integration;
}
