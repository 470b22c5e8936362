import { INTEGRATION_ID, takeIn } from "./crm-library.ts";
import type { GongServer } from "./gong-server.ts";

interface RecordedCrm {
  readonly path: string;
  readonly status: number;
  readonly request: { readonly params?: Readonly<Record<string, string>> };
}

/** The tenant had an integration, and had sent a business user without an address to it. */
export async function setUpRecordedCrm(server: GongServer, { path, status, request }: RecordedCrm): Promise<void> {
  const { integrationId = INTEGRATION_ID, clientRequestId = "none" } = request.params ?? {};
  const { database, crm } = server.parts;
  await database.transact((transaction) =>
    crm.integrations.add(
      { id: integrationId, name: "Test Integration", ownerEmail: "user@example.com" },
      0,
      transaction,
    ),
  );
  if (path !== "/v2/crm/request-status" || status !== 200) return;
  const lines = [{ objectId: "u1", modifiedDate: "2026-06-12T00:00:00Z" }];
  await takeIn(server, { integrationId, clientRequestId, objectType: "BUSINESS_USER", lines });
}
