import { z } from "zod";
import { parseCommandText } from "../../connection/command-text.ts";
import type { AnyAction } from "../../connection/define-action.ts";
import { canonicalName } from "../../connection/canonical-name.ts";
import { parseParameters } from "../../connection/parse-parameters.ts";

type JsonSchema = Record<string, unknown>;

/** `AddCallParameters` and `AddCallResult`, and so for every action. */
export function actionSchemas(actions: readonly AnyAction[]): Record<string, JsonSchema> {
  return Object.fromEntries(
    actions.flatMap((action) => [
      [`${schemaName(action)}Parameters`, parametersSchema(action)],
      [`${schemaName(action)}Result`, withoutDialect(z.toJSONSchema(action.result, { io: "output" }))],
    ]),
  );
}

/** `add-call` → `AddCall` */
export function schemaName(action: AnyAction): string {
  return action.name.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/** The example's parameters as the JSON that a caller would send. */
export function exampleParameters(action: AnyAction): Record<string, unknown> {
  const [command] = parseCommandText(action.example);
  const entries = command?.entries ?? [];
  const parsed = parseParameters(action, { entries });
  return Object.fromEntries(entries.map(([name]) => [canonicalName(name), parsed[canonicalName(name)]]));
}

function parametersSchema(action: AnyAction): JsonSchema {
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

/** OpenAPI 3.1 names the dialect once, for all. */
function withoutDialect(schema: JsonSchema): JsonSchema {
  return Object.fromEntries(Object.entries(schema).filter(([key]) => key !== "$schema"));
}
