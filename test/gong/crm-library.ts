import type { CrmRecord } from "../../src/calls/crm/crm-object.ts";
import { parseZonedTime } from "../../src/calls/time.ts";
import { workOffCrmRequests } from "../../src/engine/jobs/crm-worker.ts";
import { createEraser } from "../../src/engine/operations/data-privacy/erase-records.ts";
import type { GongAnswer, GongServer } from "./gong-server.ts";

/** Beyond what JavaScript's numbers hold. */
export const INTEGRATION_ID = "5517027188234205706";

const tier = { uniqueName: "tier", label: "Tier", type: "PICKLIST", orderedValueList: ["Gold", "Silver"] } as const;

const account: CrmRecord = {
  objectId: "A1",
  isDeleted: false,
  modifiedMs: parseZonedTime("2026-01-05T10:00:00Z")?.epochMs ?? 0,
  fields: {
    modifiedDate: "2026-01-05T10:00:00Z",
    url: "https://crm.example/accounts/A1",
    name: "Initech",
    domains: ["initech.example"],
    tier: "Gold",
  },
};

/** A CRM with one account, which none of the library's calls is with. */
export async function addCrm({ parts }: GongServer): Promise<void> {
  const { database, crm } = parts;
  await database.transact(async (transaction) => {
    const integration = { id: INTEGRATION_ID, name: "ACME Sandbox", ownerEmail: "ann@ours.example" };
    await crm.integrations.add(integration, 0, transaction);
    const key = (await crm.integrations.active(transaction))?.key ?? 0;
    await crm.integrations.setFields(key, "ACCOUNT", [tier], transaction);
    await crm.objects.put([account], { integrationKey: key, type: "ACCOUNT", ownFields: [tier] }, transaction);
  });
}

/** Does what the worker of a running server does. */
export async function workOffCrm({ parts }: GongServer): Promise<void> {
  const eraser = createEraser(parts);
  await workOffCrmRequests(
    {
      ...parts,
      scrub: () => eraser.finish(),
      reportError: (error) => {
        throw error;
      },
    },
    { workerId: "w", signal: new AbortController().signal },
  );
}

export interface CrmUpload {
  readonly objectType: string;
  readonly clientRequestId: string;
  readonly lines: readonly unknown[] | string;
  readonly integrationId?: string;
}

/** Sends a file, and objects as lines of it. */
export function uploadCrm(server: GongServer, upload: CrmUpload): Promise<GongAnswer> {
  const { objectType, clientRequestId, lines, integrationId = INTEGRATION_ID } = upload;
  const text = typeof lines === "string" ? lines : lines.map((line) => `${JSON.stringify(line)}\n`).join("");
  const form = new FormData();
  form.append("dataFile", new Blob([text]), "entities.ldjson");
  return server.send({
    method: "POST",
    path: "/v2/crm/entities",
    query: { integrationId, objectType, clientRequestId },
    body: form,
  });
}

/** Sends a file, has it worked off and gives the request's status. */
export async function takeIn(server: GongServer, upload: CrmUpload): Promise<GongAnswer["body"]> {
  const { status } = await uploadCrm(server, upload);
  if (status !== 201) throw new Error(`the upload answered ${status}`);
  await workOffCrm(server);
  return requestStatus(server, upload.clientRequestId, upload.integrationId);
}

export async function requestStatus(server: GongServer, clientRequestId: string, integrationId = INTEGRATION_ID) {
  const query = { integrationId, clientRequestId };
  const { body } = await server.send({ method: "GET", path: "/v2/crm/request-status", query });
  const { requestId: _, ...status } = body;
  return status as GongAnswer["body"];
}
