import { z } from "zod";
import { asId } from "../calls/ids.ts";

/** Every member, also one that may be missing: what has no place here would be lost on its way from one library to another. */
export type EveryMember<Thing> = Readonly<Record<keyof Thing, z.ZodType>>;

export const idField = <Id extends string>() =>
  z
    .string()
    .min(1)
    .transform((text) => asId<Id>(text));

export const msField = z.number().min(0);
