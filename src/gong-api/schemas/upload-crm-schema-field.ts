import { z } from "zod";
import { crmFieldTypes } from "../../calls/crm/crm-object.ts";
import { isDateTime } from "../company-time.ts";
import { oneOf } from "../wire-types.ts";
import { describedType, integrationId } from "./crm-request-fields.ts";

const referencedTypes = ["ACCOUNT", "CONTACT", "DEAL", "LEAD", "USER"] as const;

const crmField = z
  .object({
    uniqueName: z
      .string()
      .min(1)
      .max(128)
      .regex(/^[^"\\]+$/, { error: "must have neither quotation marks nor backslashes" }),
    label: z.string().min(1),
    type: oneOf(crmFieldTypes),
    lastModified: z.string().refine(isDateTime, { error: "must be an ISO-8601 date-time" }).optional(),
    isDeleted: z.boolean().optional(),
    referenceTo: oneOf(referencedTypes).optional(),
    orderedValueList: z.array(z.string()).optional(),
  })
  .refine(({ type, isDeleted, referenceTo }) => type !== "REFERENCE" || isDeleted || referenceTo !== undefined, {
    path: ["referenceTo"],
    error: "must be given for a REFERENCE",
    params: { isWholeSentence: true },
  })
  .refine(({ type, isDeleted, orderedValueList }) => type !== "PICKLIST" || isDeleted || orderedValueList?.length, {
    path: ["orderedValueList"],
    error: "must be given for a PICKLIST",
    params: { isWholeSentence: true },
  });

/** `POST /v2/crm/entity-schema`: the query, and the body, which is an array of all fields. */
export const uploadCrmSchemaFieldRequest = z.object({
  integrationId,
  objectType: describedType,
  body: z.array(crmField),
});
export type UploadCrmSchemaFieldRequest = z.infer<typeof uploadCrmSchemaFieldRequest>;
