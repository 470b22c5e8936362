import { z } from "zod";
import type { AnyAction } from "./define-action.ts";

export type JsonSchema = Record<string, unknown>;

/** Of the parameters as a caller gives them in JSON, with defaults. */
export function parametersSchema(action: AnyAction): JsonSchema {
  const schema = withoutDialect(z.toJSONSchema(action.parameters, { io: "input" }));
  const written = schema.properties as Record<string, JsonSchema>; // zod writes them for every object
  const properties = Object.entries(action.parameters.shape).map(([name, parameter]) => {
    return [name, { ...written[name], ...defaultOf(parameter) }];
  });
  return { ...schema, properties: Object.fromEntries(properties), additionalProperties: false };
}

/** zod leaves the default out of an input schema where the value is made from text first. */
function defaultOf(parameter: z.core.$ZodType): JsonSchema {
  const left = z.safeParse(parameter, undefined);
  return left.success && left.data !== undefined ? { default: left.data } : {};
}

/** Of an action's answer. */
export function resultSchema(action: AnyAction): JsonSchema {
  return withoutDialect(z.toJSONSchema(action.result, { io: "output" }));
}

/** Who writes several schemas into one document names the dialect once. */
function withoutDialect(schema: JsonSchema): JsonSchema {
  return Object.fromEntries(Object.entries(schema).filter(([key]) => key !== "$schema"));
}
