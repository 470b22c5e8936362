import type { Operation } from "./operation.ts";
import { auditingOperations } from "./operations/auditing.ts";
import { callsOperations } from "./operations/calls.ts";
import { coachingOperations } from "./operations/coaching.ts";
import { crmOperations } from "./operations/crm.ts";
import { dataPrivacyOperations } from "./operations/data-privacy.ts";
import { libraryOperations } from "./operations/library.ts";
import { otherProductsOperations } from "./operations/other-products.ts";
import { outcomesOperations } from "./operations/outcomes.ts";
import { permissionsOperations } from "./operations/permissions.ts";
import { settingsOperations } from "./operations/settings.ts";
import { statsOperations } from "./operations/stats.ts";
import { usersOperations } from "./operations/users.ts";

/** Every operation of Gong's API v2, as published on 2026-07-05: what is asked, and whether it is answered here. */
export const operations: readonly Operation[] = [
  ...callsOperations,
  ...permissionsOperations,
  ...usersOperations,
  ...statsOperations,
  ...settingsOperations,
  ...libraryOperations,
  ...outcomesOperations,
  ...coachingOperations,
  ...auditingOperations,
  ...dataPrivacyOperations,
  ...crmOperations,
  ...otherProductsOperations,
];
