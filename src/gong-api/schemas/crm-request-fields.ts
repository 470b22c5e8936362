import { z } from "zod";
import { crmObjectTypes, describedCrmTypes } from "../../calls/crm/crm-object.ts";
import { oneOf } from "../wire-types.ts";

/** Gong: a 64-bit number; in a query its digits. */
export const integrationId = z.string().regex(/^-?\d{1,19}$/, { error: "must be a 64-bit integer" });

export const clientRequestId = z
  .string()
  .max(256)
  .regex(/^[\w-]+$/, { error: "must have letters, numbers, dashes and underscores only" });

/** Gong: case-sensitive. */
export const describedType = oneOf(describedCrmTypes);

export const objectType = oneOf(crmObjectTypes);
