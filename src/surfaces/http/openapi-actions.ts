import { type JsonSchema, parametersSchema, resultSchema } from "../../connection/action-schema.ts";
import { parseCommandText } from "../../connection/command-text.ts";
import type { AnyAction } from "../../connection/define-action.ts";
import { canonicalName } from "../../connection/canonical-name.ts";
import { parseParameters } from "../../connection/parse-parameters.ts";

/** `AddCallParameters` and `AddCallResult`, and so for every action. */
export function actionSchemas(actions: readonly AnyAction[]): Record<string, JsonSchema> {
  return Object.fromEntries(
    actions.flatMap((action) => [
      [`${schemaName(action)}Parameters`, parametersSchema(action)],
      [`${schemaName(action)}Result`, resultSchema(action)],
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
