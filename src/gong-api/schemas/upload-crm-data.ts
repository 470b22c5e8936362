import { z } from "zod";
import { clientRequestId, integrationId, objectType } from "./crm-request-fields.ts";

/** The query of `POST /v2/crm/entities`; the file travels beside it. */
export const uploadCrmDataRequest = z.object({ integrationId, objectType, clientRequestId });
export type UploadCrmDataRequest = z.infer<typeof uploadCrmDataRequest> & {
  /** One object a line, read once, as it comes. */
  readonly file: AsyncIterable<Uint8Array>;
};
