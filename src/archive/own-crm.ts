import { z } from "zod";
import type { HandLink } from "../calls/crm/crm-association.ts";
import {
  type CrmField,
  crmFieldTypes,
  crmObjectTypes,
  describedCrmTypes,
  type TypedCrmRecord,
} from "../calls/crm/crm-object.ts";
import type { HeldIntegration } from "../calls/holdings.ts";
import { type EveryMember, msField } from "./record-fields.ts";

const field = z.object({
  uniqueName: z.string().min(1),
  label: z.string(),
  type: z.enum(crmFieldTypes),
  lastModified: z.string().optional(),
  referenceTo: z.string().optional(),
  orderedValueList: z.array(z.string()).optional(),
} satisfies EveryMember<CrmField>);

export const heldIntegration: z.ZodType<HeldIntegration> = z.object({
  id: z.string().min(1),
  name: z.string(),
  ownerEmail: z.string().optional(),
  fields: z.array(z.object({ type: z.enum(describedCrmTypes), fields: z.array(field) })),
} satisfies EveryMember<HeldIntegration>);

export const crmRecord: z.ZodType<TypedCrmRecord> = z.object({
  type: z.enum(crmObjectTypes),
  objectId: z.string().min(1),
  modifiedMs: msField,
  isDeleted: z.boolean(),
  fields: z.record(z.string(), z.json()),
} satisfies EveryMember<TypedCrmRecord>);

export const handLink: z.ZodType<HandLink> = z.object({
  type: z.enum(crmObjectTypes),
  objectId: z.string().min(1),
  partyId: z.string().optional(),
} satisfies EveryMember<HandLink>);
