import { z } from "zod";
import type { CrmFieldType } from "../../calls/crm/crm-object.ts";
import { describedType, integrationId } from "./crm-request-fields.ts";

/** The query of `GET /v2/crm/entity-schema`. Gong: without a type, the fields of all; the document says that it must be given. */
export const listCrmSchemaFieldsRequest = z.object({ integrationId, objectType: describedType.optional() });
export type ListCrmSchemaFieldsRequest = z.infer<typeof listCrmSchemaFieldsRequest>;

export interface SelectedField {
  readonly uniqueName: string;
  readonly label: string;
  readonly type: CrmFieldType;
  readonly lastModified: string | null;
  readonly isDeleted: false;
  readonly referenceTo: string | null;
  readonly orderedValueList: readonly string[] | null;
}

export interface ListCrmSchemaFieldsResponse {
  readonly objectTypeToSelectedFields: Readonly<Record<string, readonly SelectedField[]>>;
}
