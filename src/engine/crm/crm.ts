import type { CrmFiles } from "./crm-files.ts";
import type { CrmIntegrations } from "./crm-integrations.ts";
import type { CrmLinks } from "./crm-links.ts";
import type { CrmObjects } from "./crm-objects.ts";
import type { CrmRequests } from "./crm-requests.ts";

/** What is kept of a CRM. */
export interface Crm {
  readonly integrations: CrmIntegrations;
  readonly objects: CrmObjects;
  readonly links: CrmLinks;
  readonly requests: CrmRequests;
  readonly files: CrmFiles;
}
