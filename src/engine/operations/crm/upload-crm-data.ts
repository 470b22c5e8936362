import type { GongApi } from "../../../gong-api/gong-api.ts";
import { wireError } from "../../../gong-api/wire-errors.ts";
import type { UploadCrmDataRequest } from "../../../gong-api/schemas/upload-crm-data.ts";
import { type CrmParts, requireIntegration } from "./crm-integration.ts";

/** Gong: 200 MB. */
const MAX_CRM_FILE_BYTES = 200_000_000;

/** Keeps the file and answers; its objects are taken in the background, in the order in which files came. */
export function uploadCrmData(parts: CrmParts): GongApi["uploadCrmData"] {
  return async (request) => {
    const { integrationId, clientRequestId } = request;
    await requireIntegration(parts, integrationId);
    const isUsed = (await parts.crm.requests.get(integrationId, clientRequestId)) !== undefined;
    if (isUsed || !(await keep(parts, request))) throw wireError("client-request-id-used");
    return { clientRequestId };
  };
}

/** @returns whether the file is to be taken: of two at once under one id, the first that is whole */
async function keep(parts: CrmParts, request: UploadCrmDataRequest): Promise<boolean> {
  const { integrationId, clientRequestId, objectType, file } = request;
  const { files, requests } = parts.crm;
  const fileId = parts.makeId<string>();
  await files.keep(fileId, file, MAX_CRM_FILE_BYTES).catch((error: unknown) => {
    if (error instanceof RangeError) throw wireError("crm-file-too-large", String(MAX_CRM_FILE_BYTES / 1_000_000));
    throw error;
  });
  const work = { kind: "upload", objectType, fileId } as const;
  let isTaken = false;
  try {
    isTaken = await parts.database.transact((transaction) =>
      requests.add({ integrationId, clientRequestId, work, createdMs: parts.clock() }, transaction),
    );
  } finally {
    if (!isTaken) await files.remove(fileId);
  }
  return isTaken;
}
